/** Questions as visitors ask them, from what is in the market. Each kind is a list of `{ path, personaId? }`; `personaId` is whom it should find first of all. */

const SORTS = ['trending', 'new', 'rated', 'popular', 'price'];

export async function questionsOf(pool, count, origin) {
  const random = mulberry32(7);
  const pick = (list) => list[Math.floor(random() * list.length)];
  // Names that only one has: whoever shares theirs with a hundred is found among them, and that can't be told apart here.
  const { rows: names } = await pool.query(
    `SELECT min(p.id::text) AS id, p.name, min(p.hook) AS hook FROM persona p WHERE p.name ~ '^[A-Za-z ]+$'
     GROUP BY p.name HAVING count(*) = 1 AND NOT bool_or(p.mature) ORDER BY md5(p.name) LIMIT $1`,
    [count * 4],
  );
  const { rows: japanese } = await pool.query(
    `SELECT min(id::text) AS id, name FROM persona WHERE name !~ '[A-Za-z]' GROUP BY name HAVING count(*) = 1 AND NOT bool_or(mature) ORDER BY md5(name) LIMIT 200`,
  );
  const { rows: tags } = await pool.query('SELECT tag FROM tag_count ORDER BY general DESC LIMIT 200');
  const { rows: categories } = await pool.query('SELECT DISTINCT category FROM persona');
  const ask = (query) => `/personas?${new URLSearchParams(query)}`;
  const make = (one) => Array.from({ length: count }, (_, index) => one(names[index % names.length], index));
  // Words of descriptions are as common as words are: the first of them are in every fifth persona.
  const words = (persona, many) => persona.hook.replace('.', '').split(' ').slice(0, many).join(' ');
  const deep = [];
  for (const sort of SORTS) deep.push(...(await deepPages(origin, ask, sort, Math.ceil(count / SORTS.length))));
  return {
    'a name': make((persona) => ({ path: ask({ q: persona.name }), personaId: persona.id })),
    'the beginning of one': make((persona) => ({
      path: ask({ q: persona.name.slice(0, 2 + Math.floor(random() * 6)) }),
    })),
    'a name, misspelt': make((persona) => ({
      path: ask({ q: misspell(persona.name, random) }),
      personaId: persona.id,
    })),
    'a Japanese name': make((_, index) => {
      const persona = japanese[index % japanese.length];
      return { path: ask({ q: persona.name }), personaId: persona.id };
    }),
    'words of a text': make((persona, index) => ({ path: ask({ q: words(persona, 1 + (index % 3)) }) })),
    'nothing that is there': make(() => ({ path: ask({ q: `${gibberish(random)} ${gibberish(random)}` }) })),
    'a tag': make(() => ({ path: ask({ tag: pick(tags).tag, sort: pick(SORTS) }) })),
    'a category and a price, sorted': make(() => ({
      path: ask({
        category: pick(categories).category,
        priceMaxMicrocoins: pick([1, 2, 3, 5]) * 1_000_000,
        language: pick(['en', 'ja', 'de']),
        sort: pick(SORTS),
      }),
    })),
    'words, filtered and sorted': make((persona) => ({
      path: ask({ q: words(persona, 1), tag: pick(tags).tag, sort: pick(SORTS) }),
    })),
    'the front page': make(() => ({ path: ask({}) })),
    'a deep page': deep,
  };
}

/** Some pages far down, by walking there. */
async function deepPages(origin, ask, sort, count) {
  const pages = [];
  let cursor;
  for (let page = 0; page < count; page += 1) {
    const path = ask({ sort, limit: '100', ...(cursor && { cursor }) });
    const response = await fetch(origin + path);
    cursor = (await response.json()).nextCursor;
    if (!cursor) break;
    pages.push({ path: ask({ sort, cursor }) });
  }
  return pages;
}

/** One slip in one or two words of a name: a letter too many, too few, another one, or two that changed places. */
export function misspell(name, random) {
  const words = name.toLowerCase().split(' ');
  const wrong = random() < 0.3 ? words.map((_, index) => index) : [Math.floor(random() * words.length)];
  return words.map((word, index) => (wrong.includes(index) ? slip(word, random) : word)).join(' ');
}

function slip(word, random) {
  const at = Math.floor(random() * (word.length - 1));
  const letter = String.fromCharCode(97 + Math.floor(random() * 26));
  const kind = Math.floor(random() * 4);
  if (kind === 0) return word.slice(0, at) + word.slice(at + 1);
  if (kind === 1) return word.slice(0, at) + letter + word.slice(at);
  if (kind === 2) return word.slice(0, at) + letter + word.slice(at + 1);
  return word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2);
}

const gibberish = (random) =>
  Array.from({ length: 9 }, () => String.fromCharCode(97 + Math.floor(random() * 26))).join('');

/** The same numbers every time. */
function mulberry32(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
