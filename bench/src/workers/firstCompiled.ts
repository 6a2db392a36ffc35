import { setFlagsFromString } from 'node:v8';
import { runCompiled } from '../../../cli/src/compiled';
import { compileOnce } from '../../../server/src/input/engine';

/** The first call, loaded as the command line loads its program and its server. */

setFlagsFromString(compileOnce);
runCompiled('firstCall');
