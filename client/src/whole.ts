// All of the client in one file, as the web wants it; Node takes from it what `extension.js` has not.
export { activate, deactivate } from './extension';
export { launch } from './launch';
