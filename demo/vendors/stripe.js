/**
 * Stand-in for Stripe.js: not Stripe's code, but what it does as far as consent can tell. Unless its address
 * says `advancedFraudSignals=false` it keeps two cookies and watches the page for fraud, and nothing stops it.
 * What is sent where: unverified.
 */
(() => {
  const watches = new URL(script.src).searchParams.get('advancedFraudSignals') !== 'false';
  window.Stripe = (key) => ({
    elements: () => ({create: () => ({mount: () => sendBeacon('q.stripe.com', '/', {key})})}),
  });
  if (!watches) return;
  keepStoring(() => ['__stripe_mid', '__stripe_sid'].forEach((name) => store(name)));
  sendBeacon('q.stripe.com', '/', {event: 'load'});
  setInterval(() => sendBeacon('m.stripe.com', '/6', {mid: readCookie('__stripe_mid')}), 250);
})();
