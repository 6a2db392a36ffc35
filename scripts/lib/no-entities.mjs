// Takes the place of `entities/decode` in the bundles: the tokenizer makes a decoder, and never asks it for anything.
export const DecodingMode = {};
export const htmlDecodeTree = undefined;
export const xmlDecodeTree = undefined;
export class EntityDecoder {}
