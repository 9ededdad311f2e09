/** What is known of a language that not every browser writes. */
interface Rare {
  readonly january: string;
  /** A language that can be read in its place. */
  readonly instead?: string;
  /** Year to second, as Unicode's CLDR has them: for one, and for more where that is another word. */
  readonly units: readonly string[];
}

/** By tag. Chromium ships without the dates and numbers of these. */
export const RARE: Readonly<Record<string, Rare>> = {
  ga: {january: 'Eanáir', units: ['bl', 'mí', 'scht', 'lá', 'u', 'nóim', 'soic']},
  is: {
    january: 'janúar',
    units: [
      'ár',
      'mánuður/mánuðir',
      'vika/vikur',
      'dagur/dagar',
      'klukkustund/klukkustundir',
      'mínúta/mínútur',
      'sekúnda/sekúndur',
    ],
  },
  mt: {january: 'Jannar', units: ['y', 'm', 'w', 'd', 'h', 'min', 's']},
  nn: {january: 'januar', instead: 'nb', units: []},
  sq: {
    january: 'janar',
    units: ['vit/vjet', 'muaj', 'javë', 'ditë', 'orë', 'minutë/minuta', 'sekondë/sekonda'],
  },
};
