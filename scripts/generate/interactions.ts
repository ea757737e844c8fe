import { DAY_MS } from '../../src/model/instant.ts';
import { personOf } from './contacts.ts';
import type { HistoryOptions } from './history.ts';
import { paragraphs, reference, sentence } from './prose.ts';
import { idOf, randomOf } from './random.ts';
import type { Random } from './random.ts';
import { REMARKS } from './vocabulary.ts';

type Fields = Record<string, unknown>;
type Person = ReturnType<typeof personOf>;
/** What an entity type adds to the common fields. */
type Body = (random: Random, person: Person, span: Span) => Fields;

/** Start and end of an interaction as the records write them. */
interface Span {
  readonly start: string;
  readonly end: string;
}

/** One entity type of the history: its share of all interactions, and the fields that are its own. */
interface EntityShape {
  readonly code: number;
  readonly media: readonly string[];
  readonly share: number;
  readonly direction: 'Inbound' | 'Outbound';
  readonly prefix: string;
  readonly body: Body;
}

const SHAPES: readonly EntityShape[] = [
  { code: 0, media: ['email'], share: 0.3, direction: 'Inbound', prefix: '0002', body: emailFields },
  { code: 1, media: ['email'], share: 0.15, direction: 'Outbound', prefix: '0002', body: emailFields },
  { code: 2, media: ['chat'], share: 0.2, direction: 'Inbound', prefix: '0005', body: chatFields },
  { code: 3, media: ['voice'], share: 0.2, direction: 'Inbound', prefix: '0006', body: callFields },
  {
    code: 5,
    media: ['callback', 'webcallback'],
    share: 0.06,
    direction: 'Inbound',
    prefix: '0007',
    body: callbackFields,
  },
  { code: 6, media: ['cobrowsing'], share: 0.04, direction: 'Inbound', prefix: '0008', body: remarkFields },
  {
    code: 7,
    media: ['sms', 'workitem', 'facebook'],
    share: 0.05,
    direction: 'Inbound',
    prefix: '0009',
    body: remarkFields,
  },
];

/** The entity type of an interaction; documents ask for it too. */
export function shapeOf(seed: number, n: number): EntityShape {
  let draw = randomOf(seed, `shape/${n}`).next();
  const shape = SHAPES.find((item) => (draw -= item.share) < 0) ?? SHAPES[0];
  if (!shape) throw new Error('there is no entity type');
  return shape;
}

/** The id of an interaction by its number. */
export const interactionId = (seed: number, n: number): string =>
  idOf(seed, shapeOf(seed, n).prefix, `interaction/${n}`);

/** One line of `interactions` (guide, "Interaction schema"): about 1 KB on average. */
export function interactionRecord(options: HistoryOptions, n: number, contacts: number): Fields {
  const { seed, start, days, interactions } = options;
  const random = randomOf(seed, `interaction/${n}`);
  const shape = shapeOf(seed, n);
  const person = personOf(options, random.integer(0, contacts - 1));
  // Spread evenly with some jitter: mostly in order of time, as a center's history grows.
  const at = start + Math.floor(((n + random.next()) / interactions) * days * DAY_MS);
  const span = {
    start: new Date(at).toISOString(),
    end: new Date(at + random.integer(20_000, 5_400_000)).toISOString(),
  };
  return {
    IXNID: interactionId(seed, n),
    STATUS: 3,
    ENTITYTYPEID: shape.code,
    MEDIATYPEID: random.pick(shape.media),
    TYPEID: shape.direction,
    SUBTYPEID: shape.direction === 'Inbound' ? 'InboundNew' : 'OutboundReply',
    OWNERID: random.integer(100, 180),
    CONTACTID: person.id,
    STARTDATE: span.start,
    MODIFIEDDATE: span.end,
    ENDDATE: span.end,
    THREADID: idOf(seed, '0004', `thread/${n}`),
    TENANTID: 101,
    ...shape.body(random, person, span),
  };
}

function emailFields(random: Random, person: Person, span: Span): Fields {
  const subject = sentence(random).slice(0, 60);
  return {
    SUBJECT: subject,
    TEXT: paragraphs(random, random.integer(150, 1_100)),
    THECOMMENT: random.next() < 0.1 ? random.pick(REMARKS) : '',
    TIMESHIFT: random.pick([-300, 0, 60, 120, 540]),
    CANBEPARENT: 1,
    SENTDATE: span.start,
    FROMADDRESS: person.email,
    FROMPERSONAL: `${person.firstName} ${person.lastName}`,
    TOADDRESSES: 'service@example.com',
    MAILBOX: 'Service',
    QUEUENAME: 'email-inbound-queue',
    ALLATTRIBUTES: {
      Subject: subject,
      FirstName: person.firstName,
      CustomerSegment: random.pick(['default', 'gold', 'silver']),
      ServiceObjective: 0,
      CaseReference: reference(random),
      RRequestedSkills: {},
    },
  };
}

function chatFields(random: Random, person: Person, span: Span): Fields {
  const lines: string[] = [];
  for (let left = random.integer(4, 14); left > 0; left -= 1) {
    lines.push(`${left % 2 ? person.firstName : 'Agent'}: ${sentence(random)}`);
  }
  return {
    SUBJECT: sentence(random).slice(0, 40),
    TEXT: lines.join('\n'),
    STRUCTTEXTMIMETYPE: 'text/plain',
    ESTABLISHEDDATE: span.start,
    RELEASEDDATE: span.end,
    QUEUENAME: 'chat-queue',
    ALLATTRIBUTES: { FirstName: person.firstName, LastName: person.lastName, turns: lines.length },
  };
}

function callFields(random: Random, person: Person, span: Span): Fields {
  return {
    ESTABLISHEDDATE: span.start,
    RELEASEDDATE: span.end,
    OUTCOME: random.pick(['Success', 'Abandoned', 'Transferred']),
    PHONENUMBER: person.phone,
    TCONNECTIONID:
      random.integer(2 ** 28, 2 ** 32 - 1).toString(16) + random.integer(2 ** 28, 2 ** 32 - 1).toString(16),
    THECOMMENT: random.next() < 0.3 ? random.pick(REMARKS) : paragraphs(random, random.integer(60, 500)),
    ALLATTRIBUTES: { RTargetAgentSelected: String(random.integer(1000, 1040)), ServiceObjective: 0 },
  };
}

function callbackFields(random: Random, person: Person, span: Span): Fields {
  return {
    CUSTOMERNUMBER: person.phone,
    STARTTIME: span.start,
    ENDTIME: span.end,
    ATTEMPTS: random.integer(1, 4),
    CALLRESULT: random.integer(0, 9),
    CALLBACKSTATUS: random.integer(0, 5),
    DETAILEDDESCRIPTION: paragraphs(random, random.integer(60, 400)),
    ALLATTRIBUTES: { CaseReference: reference(random) },
  };
}

function remarkFields(random: Random, person: Person): Fields {
  return {
    SUBJECT: sentence(random).slice(0, 50),
    TEXT: random.next() < 0.2 ? random.pick(REMARKS) : paragraphs(random, random.integer(40, 500)),
    ALLATTRIBUTES: { FirstName: person.firstName, nested: { tags: [reference(random), true, null, 1.5] } },
  };
}
