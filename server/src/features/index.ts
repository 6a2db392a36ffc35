import type { Feature } from './feature';

/** What the server answers about a draft. Adding a feature: its file and a line here. */
export const features: readonly Feature[] = [];
