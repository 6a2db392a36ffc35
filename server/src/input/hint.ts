/** 公开 as drafts have it: with blanks or tags between its characters. */
const WORDS = /公(?:[\s\u3000\u200b]|&nbsp;|<[^<>]{0,300}>){0,20}开/;
/** 公 or 开 as a reference to a character. */
const REFERENCES = /&#(?:20844|x516c|24320|x5f00);/i;

/**
 * Whether a text may be a report: cheap, and true of every report. What has not got these words is no draft that anything is said
 * of, so that nobody has to read it further.
 */
export const mayBeReport = (text: string): boolean => WORDS.test(text) || REFERENCES.test(text);
