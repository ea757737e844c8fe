/** What a contact history consists of: four kinds of records, and the entity types that name the archive's entries. */
export const KINDS = ['interactions', 'documents', 'contacts', 'contact-attributes'] as const;
export type Kind = (typeof KINDS)[number];

/** What lies together: interactions with their documents, contacts with their attributes. */
export const DATA_TYPES = ['Interaction', 'Contact'] as const;
export type DataType = (typeof DATA_TYPES)[number];

/** What a job exports (the API's `type` of `jobParams`): records of a data type, or all that there is of one contact, a person. */
export const JOB_TYPES = [...DATA_TYPES, 'Person'] as const;
export type JobType = (typeof JOB_TYPES)[number];

/** The data types whose records a job reads. */
export const dataTypesOf = (type: JobType): readonly DataType[] => (type === 'Person' ? DATA_TYPES : [type]);

/** A job's type as the API's older versions show it, which know no persons: mostly interactions are exported. */
export const olderType = (type: JobType): DataType => (type === 'Person' ? 'Interaction' : type);

/**
 * ENTITYTYPEID of an interaction (guide, "Interaction schema") and the name that its entries carry. Contacts have no
 * such number in the guide; CONTACT_ENTITY stands in for it in counters and indexes and is never exported.
 */
export const INTERACTION_ENTITIES = [
  { code: 0, name: 'EmailIn' },
  { code: 1, name: 'EmailOut' },
  { code: 2, name: 'Chat' },
  { code: 3, name: 'PhoneCall' },
  { code: 5, name: 'Callback' },
  { code: 6, name: 'CoBrowse' },
  { code: 7, name: 'Interaction' },
] as const;

export const CONTACT_ENTITY = 100;

/** The kinds that a run of a data type exports: the owners, then what belongs to them. */
export const KINDS_OF: Readonly<Record<DataType, { readonly owners: Kind; readonly members: Kind }>> = {
  Interaction: { owners: 'interactions', members: 'documents' },
  Contact: { owners: 'contacts', members: 'contact-attributes' },
};

/** The data type that a kind belongs to. */
export const dataTypeOf = (kind: Kind): DataType =>
  kind === 'interactions' || kind === 'documents' ? 'Interaction' : 'Contact';

/** The platform's media types; a contact center's own records may bring more. Value, and the label shown for it. */
export const MEDIA_TYPES: Readonly<Record<string, string>> = {
  voice: 'Voice',
  voip: 'VoIP',
  email: 'E-mail',
  vmail: 'Voice mail',
  smail: 'Scanned mail',
  chat: 'Chat',
  video: 'Video',
  cobrowsing: 'Co-browsing',
  whiteboard: 'Whiteboard',
  appsharing: 'Application sharing',
  webform: 'Web form',
  workitem: 'Work item',
  callback: 'Callback',
  fax: 'Fax',
  imchat: 'Instant messaging',
  busevent: 'Business event',
  alert: 'Alert',
  sms: 'SMS',
  smssession: 'SMS session',
  mms: 'MMS',
  mmssession: 'MMS session',
  auxwork: 'Auxiliary work',
  outboundpreview: 'Outbound preview',
  trainingitem: 'Training item',
  facebooksession: 'Facebook session',
  twitter: 'Twitter',
  facebook: 'Facebook',
  webcallback: 'Web callback',
  survey: 'Survey',
};

/** Media names are told apart without case: the form in which they are stored, counted and compared. */
export const foldMedia = (name: string): string => name.toLowerCase();

/** JSON types of a value behind a key that no schema names, as `GET /data/attributes` shows them. */
export type SeenType = 'string' | 'integer' | 'number' | 'boolean' | 'object' | 'array' | 'null';
