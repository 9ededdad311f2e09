import type {Texts} from '../types.js';

/** French. Draft: no native editor has reviewed it yet. `\u00a0` keeps a sign with its word. */
export const fr: Texts = {
  title: 'Votre vie privée, votre choix',
  body: '{controller} souhaite utiliser des cookies et autres traceurs pour les usages ci-dessous. Rien de facultatif n’est activé avant votre choix.',
  bodyOptOut:
    '{controller} utilise des cookies et autres traceurs pour les usages ci-dessous. Vous pouvez refuser chacun d’eux.',
  addedTitle: 'Un nouveau choix à faire',
  addedBody:
    '{controller} a ajouté\u00a0: {names}. Cet ajout reste désactivé sauf si vous l’acceptez. Vos choix précédents restent valables.',
  accept: 'Tout accepter',
  reject: 'Tout refuser',
  acceptAdded: 'Accepter',
  rejectAdded: 'Refuser',
  choose: 'Choisir',
  close: 'Fermer et refuser',
  changeMind:
    'Vous pouvez à tout moment modifier votre choix ou retirer votre consentement via «\u00a0{button}\u00a0».',
  policy: 'Politique de confidentialité',
  privacyChoices: 'Choix de confidentialité',
  necessary:
    'Nécessaires\nIndispensables au fonctionnement du site, par exemple pour la sécurité, votre panier et la mémorisation de ce choix. Toujours activés.',
  functional:
    'Fonctionnels\nMémorisent vos réglages, comme la langue, et affichent des vidéos et des cartes d’autres services.',
  analytical:
    'Mesure d’audience\nCompte les visites et montre quelles pages fonctionnent, afin que le site puisse être amélioré.',
  advertising:
    'Publicité\nNous permet, ainsi qu’aux entreprises de la liste, d’afficher et de mesurer des publicités selon ce que vous faites ici et ailleurs.',
  preferencesTitle: 'Choix de confidentialité',
  preferencesBody:
    'Décidez de ce que {controller} peut utiliser. Votre choix s’applique dès que vous l’enregistrez.',
  save: 'Enregistrer les choix',
  cancel: 'Fermer sans rien changer',
  alwaysOn: 'Toujours activé',
  on: 'Activé',
  off: 'Désactivé',
  services: 'Services\u00a0: {count}',
  noServices: 'Aucun service pour le moment.',
  provider: 'Fournisseur',
  name: 'Nom',
  purpose: 'Usage',
  retention: 'Durée de conservation',
  thirdParty: 'appartient au site du fournisseur',
  session: 'jusqu’à la fermeture du navigateur',
  persistent: 'jusqu’à sa suppression',
  purposes: {
    visitor: 'Reconnaît un visiteur qui revient',
    session: 'Relie les étapes d’une même visite',
    source: 'Retient d’où vient la visite',
    counter: 'Compte ou limite les requêtes',
    ads: 'Reconnaît le visiteur pour la publicité',
    consent: 'Mémorise un choix de confidentialité',
    settings: 'Mémorise des réglages',
    security: 'Protège contre les abus',
    chat: 'Maintient une conversation',
    player: 'Lit des contenus audio et vidéo',
  },
  gpc: 'Votre navigateur envoie le signal Global Privacy Control. Il est respecté\u00a0: ce qu’il concerne reste désactivé sauf si vous l’activez ici.',
  dnt: 'Votre navigateur envoie le signal Do Not Track. Il est respecté\u00a0: ce qu’il concerne reste désactivé sauf si vous l’activez ici.',
  decided: 'Votre choix du {date} est conservé jusqu’au {until}.',
  consentId: 'Identifiant de consentement\u00a0: {id}',
  saved: 'Vos choix sont enregistrés.',
};
