import type {Texts} from '../types.js';

/** Finnish. Draft: no native editor has reviewed it yet. */
export const fi: Texts = {
  title: 'Sinun yksityisyytesi, sinun valintasi',
  body: '{controller} haluaisi käyttää evästeitä ja vastaavia tekniikoita alla oleviin tarkoituksiin. Mitään valinnaista ei oteta käyttöön, ennen kuin olet päättänyt.',
  bodyOptOut:
    '{controller} käyttää evästeitä ja vastaavia tekniikoita alla oleviin tarkoituksiin. Voit kieltää niistä jokaisen.',
  addedTitle: 'Uutta päätettävää',
  addedBody:
    '{controller} on lisännyt uutta: {names}. Lisäys ei ole käytössä, ellet hyväksy sitä. Aiemmat valintasi ovat voimassa.',
  accept: 'Hyväksy kaikki',
  reject: 'Hylkää kaikki',
  acceptAdded: 'Hyväksy',
  rejectAdded: 'Hylkää',
  choose: 'Valitse itse',
  close: 'Sulje ja hylkää',
  changeMind: 'Voit milloin tahansa muuttaa valintaasi tai perua suostumuksesi kohdassa ”{button}”.',
  policy: 'Tietosuojaseloste',
  privacyChoices: 'Yksityisyysvalinnat',
  necessary:
    'Välttämättömät\nSivusto tarvitsee näitä toimiakseen, esimerkiksi turvallisuuteen, ostoskoriin ja tämän valinnan muistamiseen. Aina käytössä.',
  functional:
    'Toiminnalliset\nMuistavat asetuksesi, kuten kielen, ja näyttävät videoita ja karttoja muista palveluista.',
  analytical:
    'Analytiikka\nLaskee käynnit ja näyttää, mitkä sivut toimivat, jotta sivustoa voidaan parantaa.',
  advertising:
    'Mainonta\nAntaa meidän ja luettelossa olevien yritysten näyttää ja mitata mainoksia sen perusteella, mitä teet täällä ja muualla.',
  preferencesTitle: 'Yksityisyysvalinnat',
  preferencesBody: 'Päätä, mitä {controller} saa käyttää. Valintasi tulee voimaan, kun tallennat sen.',
  save: 'Tallenna valinnat',
  cancel: 'Sulje ilman muutoksia',
  alwaysOn: 'Aina käytössä',
  on: 'Käytössä',
  off: 'Ei käytössä',
  services: 'Palveluja: {count}',
  noServices: 'Ei palveluja tällä hetkellä.',
  provider: 'Palveluntarjoaja',
  name: 'Nimi',
  purpose: 'Tarkoitus',
  retention: 'Säilytysaika',
  thirdParty: 'kuuluu palveluntarjoajan omaan sivustoon',
  session: 'kunnes selain suljetaan',
  persistent: 'kunnes poistetaan',
  purposes: {
    visitor: 'Tunnistaa palaavan kävijän',
    session: 'Yhdistää yhden käynnin tapahtumat',
    source: 'Muistaa, mistä kävijä tuli',
    counter: 'Laskee tai rajoittaa pyyntöjä',
    ads: 'Tunnistaa kävijän mainontaa varten',
    consent: 'Muistaa yksityisyysvalinnan',
    settings: 'Muistaa asetukset',
    security: 'Suojaa väärinkäytöltä',
    chat: 'Pitää keskustelun käynnissä',
    player: 'Toistaa ääntä ja videota',
  },
  gpc: 'Selaimesi lähettää Global Privacy Control -signaalin. Sitä noudatetaan: se, mitä signaali koskee, ei ole käytössä, ellet ota sitä käyttöön tässä.',
  dnt: 'Selaimesi lähettää Do Not Track -signaalin. Sitä noudatetaan: se, mitä signaali koskee, ei ole käytössä, ellet ota sitä käyttöön tässä.',
  decided: 'Valintasi ({date}) säilytetään {until} asti.',
  consentId: 'Suostumuksen tunnus: {id}',
  saved: 'Valintasi on tallennettu.',
};
