import spectral from '@stoplight/spectral-core';
import rulesets from '@stoplight/spectral-rulesets';

/** What Spectral's recommended rules for OpenAPI (`spectral:oas`) find in a document, a line each. */
export async function lintDocument(document: object): Promise<readonly string[]> {
  const linter = new spectral.Spectral();
  // The two packages describe one ruleset by types of their own.
  linter.setRuleset({ extends: [[rulesets.oas as never, 'recommended']] });
  // A plain copy: the linter takes JSON.
  const findings = await linter.run(JSON.parse(JSON.stringify(document)));
  return findings.map(({ code, message, path }) => `${code} at ${path.join('.')}: ${message}`);
}
