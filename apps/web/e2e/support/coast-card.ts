/** A character with a lorebook, as other programs write them: for journeys and pictures. */
export const COAST_CARD = {
  name: 'ida.json',
  mimeType: 'application/json',
  buffer: Buffer.from(
    JSON.stringify({
      ...{ spec: 'chara_card_v3', spec_version: '3.0' },
      data: {
        ...{ name: 'Ida Vale', nickname: 'Ida', description: 'Keeps a lighthouse.', extensions: { other: 1 } },
        first_mes: 'Come in, I am {{char}}.',
        character_book: {
          name: 'The coast',
          extensions: {},
          entries: [
            {
              ...{ name: 'Lamp', keys: ['lamp', 'light'], content: 'The lamp burns oil.' },
              ...{ enabled: true, insertion_order: 10 },
            },
            { name: 'Storm', keys: ['storm'], content: 'Storms last.', enabled: false, insertion_order: 20 },
            { name: 'Odd', keys: ['/(?=x)/'], content: 'x', enabled: true, insertion_order: 30 },
          ],
        },
      },
    }),
  ),
};
