import swaggerParser from '@apidevtools/swagger-parser';
import type { OpenAPI } from 'openapi-types';
import { createConfig, lintFromString } from '@redocly/openapi-core';
import spectral from '@stoplight/spectral-core';
import rulesets from '@stoplight/spectral-rulesets';

/** What a linter finds in a document, a line each. */
type Linter = (document: object) => Promise<readonly string[]>;

/** The rules of Spectral for OpenAPI (`spectral:oas`) that it recommends. */
async function bySpectral(document: object): Promise<readonly string[]> {
  const linter = new spectral.Spectral();
  // The two packages describe one ruleset by types of their own.
  linter.setRuleset({ extends: [[rulesets.oas as never, 'recommended']] });
  const findings = await linter.run(copyOf(document));
  return findings.map(({ code, message, path }) => `Spectral: ${code} at ${path.join('.')}: ${message}`);
}

/**
 * The rules of Redocly that it recommends; a warning counts. But for one: `/jobs/{id}/run` and the reference's `/jobs/cancel/{id}` are
 * told apart, since an id is a number.
 */
async function byRedocly(document: object): Promise<readonly string[]> {
  const config = await createConfig({ extends: ['recommended'], rules: { 'no-ambiguous-paths': 'off' } });
  const findings = await lintFromString({ source: JSON.stringify(document), config });
  return findings.map(
    ({ ruleId, message, location }) => `Redocly: ${ruleId} at ${location[0]?.pointer ?? '#/'}: ${message}`,
  );
}

/** The schema of OpenAPI itself and its references, as swagger-parser judges them: the door of many generators. */
async function bySwaggerParser(document: object): Promise<readonly string[]> {
  try {
    // Whether it is an OpenAPI document is what is asked here.
    await swaggerParser.validate(copyOf(document) as unknown as OpenAPI.Document);
    return [];
  } catch (error) {
    return [`swagger-parser: ${String(error)}`];
  }
}

/** A plain copy: linters take JSON, and some change it. */
const copyOf = (document: object): Record<string, unknown> => JSON.parse(JSON.stringify(document));

const LINTERS: readonly Linter[] = [bySwaggerParser, byRedocly, bySpectral];

/** What swagger-parser, Redocly and Spectral find in a document, warnings too. */
export const lintDocument: Linter = async (document) => {
  const findings = await Promise.all(LINTERS.map((linter) => linter(document)));
  return findings.flat();
};
