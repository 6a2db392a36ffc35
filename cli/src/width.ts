export { width } from '../../server/src/editing/width';
