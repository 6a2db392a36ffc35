/** The value below which the share `p` (0 to 1) of the samples lies, by the nearest rank. `NaN` for no samples. */
export function percentile(samples: readonly number[], p: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(sorted.length * p) - 1))] ?? Number.NaN;
}

export const median = (samples: readonly number[]): number => percentile(samples, 0.5);

export const least = (samples: readonly number[]): number => samples.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
