import { TOLD } from './told.ts';
import manifest from '../../../../package.json' with { type: 'json' };

/** Where the viewer's files are served, past the Worker (`scripts/build/build-docs.ts` puts them there): a new version has new addresses. */
export const VIEWER = `/assets/docs/${manifest.devDependencies['@scalar/api-reference']}`;

/** A version's document, and how the viewer calls it. */
export interface Shown {
  readonly name: string;
  readonly url: string;
}

/** The languages of the samples. */
const SAMPLES = ['shell', 'powershell', 'python', 'js'];
const OTHERS =
  'c clojure csharp dart fsharp go http java julia kotlin node objc ocaml php r ruby rust swift'.split(' ');

/**
 * How the viewer is set: every part of it that would ask somebody else (fonts, proxy, its own client, telemetry, assistant) is off,
 * tokens are forgotten with the page, bodies are unfolded where they are used.
 */
const SETTINGS = {
  withDefaultFonts: false,
  telemetry: false,
  proxyUrl: '',
  agent: { disabled: true },
  mcp: { disabled: true },
  hideClientButton: true,
  showDeveloperTools: 'never',
  persistAuth: false,
  authentication: {
    preferredSecurityScheme: 'oauth2',
    securitySchemes: { oauth2: { flows: { authorizationCode: { 'x-usePkce': 'SHA-256' } } } },
  },
  documentDownloadType: 'none',
  hiddenClients: Object.fromEntries(OTHERS.map((name) => [name, true])),
  defaultHttpClient: { targetKey: SAMPLES[0], clientKey: 'curl' },
  expandAllSchemaProperties: true,
  orderSchemaPropertiesBy: 'preserve',
  schemaKeyboardNav: true,
  modelsSectionLabel: 'Schemas',
  // The words that are seen belong into the name that is heard (WCAG 2.2, 2.5.3).
  localization: { translations: { navigation: { showAllEndpoints: 'Show More: all {name} endpoints' } } },
};

/**
 * The page's own script: it puts the chapters before the operations of the current version, and hands all to the viewer.
 * `shown` is a constant of this service, so that it needs no escaping inside of the script.
 */
export const startScript = (shown: readonly Shown[], own: string): string => `
import { createApiReference } from '${VIEWER}/standalone.esm.js';
const shown = ${JSON.stringify(shown)};
const got = async (url, read) => {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(url + ' was answered ' + answer.status);
  return answer[read]();
};
const [chapters, ...documents] = await Promise.all([
  Promise.all(['first-export', 'records'].map((name) => got('${VIEWER}/' + name + '.md', 'text'))),
  ...shown.map(({ url }) => got(url, 'json')),
]);
documents[0].tags.unshift(...chapters.map((text) => {
  const [heading] = text.split('\\n', 1);
  return { name: heading.replace(/^#+ /, ''), description: text.slice(heading.length) };
}));
${TOLD}
createApiReference('#docs', {
  ...${JSON.stringify(SETTINGS)},
  sources: documents.map((content, index) => {
    const { name } = shown[index];
    return { content, slug: name, title: 'Version ' + name.slice(1), default: name === '${own}' };
  }),
});
`;
