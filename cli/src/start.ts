import { setFlagsFromString } from 'node:v8';
import { compileOnce } from '../../server/src/input/engine';
import { runCompiled } from './compiled';

/** What `gongkai` begins with: loads the program beside it. */

/**
 * The bytes of bytecode that a function runs through before V8 spends time on making it faster. The threads of a check of a thousand
 * reports are at work with that for half of their time if it begins as early as it does in a server.
 */
const optimiseLate = '--interrupt-budget=1000000';

setFlagsFromString(compileOnce);
setFlagsFromString(optimiseLate);
runCompiled('program');
