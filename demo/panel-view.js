const SHOWN = 6;
const WIDE = matchMedia('(min-width: 75rem)');
const CHOICES = {granted: 'on', denied: 'off', undecided: 'not asked yet'};

/** The panel's elements, and how each fact is written. Text is only ever text. */
export function createPanel({startOver}) {
  const root = Object.assign(element('aside'), {id: 'demo-panel', ariaLabel: 'What this page does'});
  const fold = element('details');
  const title = element('summary');
  const summary = element('span');
  const sections = element('div');
  const showWhereWide = () => (fold.open = WIDE.matches);

  showWhereWide();
  WIDE.addEventListener('change', showWhereWide);
  title.append(element('strong', 'What this page does'), summary);
  fold.append(title, sections, createFooter(startOver));
  root.append(fold);

  return {
    root,
    draw(facts) {
      summary.textContent = summarise(facts);
      // What the visitor has unfolded stays so when the facts change.
      const isUnfolded = Boolean(sections.querySelector('details[open]'));
      sections.replaceChildren(...drawSections(facts));
      for (const inner of sections.querySelectorAll('details')) inner.open = isUnfolded;
    },
    /** A banner across the whole page lies over the end of the column, too. Below the page, the library sees to it. */
    makeRoom(banner) {
      const {right = 0, height = 0} = banner?.getBoundingClientRect() ?? {};
      const isOver = WIDE.matches && right > root.getBoundingClientRect().left;
      root.style.setProperty('--covered', `${isOver ? height : 0}px`);
    },
  };
}

function createFooter(startOver) {
  const footer = element('footer');
  const again = Object.assign(element('button', 'Start over'), {
    type: 'button',
    title: 'Removes everything this site stored, and loads the page again',
  });
  const source = Object.assign(element('a', 'Source of this page'), {
    href: `/__demo/source/${location.pathname.slice(1) || 'index.html'}`,
  });
  again.addEventListener('click', startOver);
  footer.append(again, source);
  return footer;
}

function summarise({left, stored, pageStart}) {
  const requests = left.filter(({time}) => time >= pageStart).length;
  const foreign = stored.filter(({name}) => !/^(__Host-)?consent-gate/.test(name)).length;
  return `${count(requests, 'request')}, ${count(foreign, 'stored item')} of third parties`;
}

function drawSections({left, stored, consent, change, receipts, pageStart}) {
  const here = left.filter(({time}) => time >= pageStart);
  const earlier = left.filter(({time}) => time < pageStart);
  return [
    section('Left your browser', here.length, drawRequests(here, earlier)),
    section(
      'Stored in your browser',
      stored.length,
      stored.length ? [list(stored, drawStored)] : [note('Nothing.')],
    ),
    section('Your choice', '', consent ? drawConsent(consent) : [note('Nobody asks on this page.')]),
    section('Last change', '', change ? drawChange(change) : [note('You have not chosen yet.')]),
    section(
      'Receipts',
      receipts.count,
      receipts.count ? [list(receipts.latest, drawReceipt)] : [note('None yet.')],
    ),
  ];
}

function drawRequests(here, earlier) {
  const newest = here.toReversed();
  const hosts = new Set(here.map(({host}) => host));
  const folded = [...newest.slice(SHOWN), ...earlier.toReversed()];
  const more = Math.max(0, newest.length - SHOWN);
  const title = [more && `${more} more`, earlier.length && `${earlier.length} from earlier pages`];
  return [
    note(
      here.length
        ? `To ${count(hosts.size, 'host')}, newest first.`
        : 'Nothing. No third party knows that you are here.',
    ),
    list(newest.slice(0, SHOWN), drawRequest),
    ...(folded.length ? [unfoldable(title.filter(Boolean).join(', '), list(folded, drawRequest))] : []),
  ];
}

function drawRequest({method, host, path, time}) {
  return row(element('strong', host), clock(time), `${method} ${path}`);
}

function drawStored({name, area, value}) {
  return row(element('code', name), area, value);
}

function drawConsent({categories, services, signals, decidedAt, expiresAt, id}) {
  const rows = Object.entries({...categories, ...services});
  const sent = [signals.gpc && 'Global Privacy Control', signals.dnt === '1' && 'Do Not Track'].filter(
    Boolean,
  );
  return [
    list(rows, ([name, choice]) => row(element('strong', name), createMark(name, choice))),
    note(sent.length ? `Your browser sends ${sent.join(' and ')}.` : 'Your browser sends no signal.'),
    note(
      decidedAt === null
        ? 'No decision so far.'
        : `Decided on ${day(decidedAt)}, asked again on ${day(expiresAt)}.`,
    ),
    note(id ? `Consent id ${id}` : 'No consent id, because nothing is granted.'),
  ];
}

function createMark(name, choice) {
  const mark = element('small', name === 'necessary' ? 'always on' : CHOICES[choice]);
  mark.className = choice;
  return mark;
}

function drawChange({time, granted, denied, removed, remaining, unstopped}) {
  const isNothing = !granted.length && !denied.length;
  return [
    note(`At ${clock(time)}.${isNothing ? ' What was off stays off.' : ''}`),
    ...named('Allowed', granted),
    ...named('Denied', denied),
    ...named(
      'Removed',
      removed.map(({name, in: area}) => `${name} (${area})`),
    ),
    ...named(
      'Out of reach',
      remaining.map(({name, reason}) => `${name} (${reason})`),
    ),
    ...named('Could not prove that it stopped', unstopped),
  ];
}

function drawReceipt({n, receipt}) {
  const choices = Object.entries(receipt.choices).map(([name, yes]) => `${name} ${yes ? 'yes' : 'no'}`);
  return row(
    element('strong', `${n}. ${receipt.event}`),
    clock(Date.parse(receipt.time)),
    choices.join(' · '),
  );
}

function section(title, number, content) {
  const box = element('section');
  const heading = element('h2', title);
  heading.append(element('span', number));
  box.append(heading, ...content);
  return box;
}

function named(title, items) {
  return items.length ? [element('h3', title), list(items, (item) => row(element('code', item)))] : [];
}

function list(items, draw) {
  const node = element('ul');
  node.append(...items.map(draw));
  return node;
}

/** What it is, what belongs at the end of the line, and what is said below. */
function row(title, end = '', below = '') {
  const node = element('li');
  node.append(title, typeof end === 'string' ? element('small', end) : end);
  if (below) node.append(Object.assign(note(below), {title: below}));
  return node;
}

function unfoldable(title, content) {
  const fold = element('details');
  fold.append(element('summary', title), content);
  return fold;
}

function element(name, text = '') {
  const node = document.createElement(name);
  node.textContent = text;
  return node;
}

const note = (text) => element('p', text);
const count = (number, word) => `${number} ${word}${number === 1 ? '' : 's'}`;
const clock = (time) => new Date(time).toLocaleTimeString('en-GB');
const day = (time) => new Date(time).toLocaleDateString('en-GB', {dateStyle: 'long', timeZone: 'UTC'});
