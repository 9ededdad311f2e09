/**
 * Stand-in for LinkedIn's insight.min.js: not LinkedIn's code, but what it does as far as consent can tell. It
 * counts a view for every partner id that the page has left for it, takes the calls that wait in `lintrk.q`,
 * follows clicks, and knows no call to stop: its cookies come back.
 */
(() => {
  const partners = () => (window._linkedin_data_partner_ids ?? []).join();
  const queue = window.lintrk?.q ?? [];

  const send = (parameters) =>
    sendImage('px.ads.linkedin.com', '/collect', {v: 2, pid: partners(), time: Date.now(), ...parameters});
  const calls = {track: ({conversion_id: conversion} = {}) => send({conversionId: conversion})};

  window.lintrk = (name, ...given) => calls[name]?.(...given);
  send({event: 'pageview'});
  queue.splice(0).forEach((call) => window.lintrk(...call));
  keepStoring(() => ['li_fat_id', 'li_giant', 'ln_or'].forEach((name) => store(name)));
  addEventListener('click', () => send({event: 'click'}));
})();
