import type { Random } from './random';

/** Kangxi radicals whose compatibility form is the common character, read from Unicode itself. */
const look = new Map<string, string>();
for (let code = 0x2f00; code <= 0x2fd5; code++) {
  const radical = String.fromCharCode(code);
  look.set(radical.normalize('NFKC'), radical);
}
// The CJK Radicals Supplement has no such mapping.
for (const [common, radical] of [
  ['民', '⺠'],
  ['见', '⻅'],
  ['贝', '⻉'],
  ['车', '⻋'],
  ['长', '⻓'],
  ['门', '⻔'],
  ['页', '⻚'],
  ['风', '⻛'],
  ['食', '⻝'],
  ['西', '⻄'],
] as const) {
  look.set(common, radical);
}

/** Writes some characters as the radicals that PDF text layers hold in their place; the length stays. */
export function withRadicals(text: string, share: number, random: Random): string {
  return text.replace(/\p{Script=Han}/gu, (character) => {
    const radical = look.get(character);
    return radical && random.chance(share) ? radical : character;
  });
}
