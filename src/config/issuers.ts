import { z } from 'zod';
import { configuredIssuer, hasOtherKeys, type ConfiguredIssuer } from '../model/issuer.ts';
import { Secret } from './secret.ts';

/** An issuer of the configuration, its secret hidden from logs. */
export type TrustedConfigIssuer = Omit<ConfiguredIssuer, 'clientSecret'> & {
  readonly clientSecret: Secret<string> | null;
};

/** Whether somebody could read a token on its way to or from this address: plain http is for local development. */
const isWeb = (address: string): boolean => URL.canParse(address) && /^https?:\/\//.test(address);

/** Issuers whose tokens the whole deployment accepts, as JSON: `[{"name", "issuer", "audience", …}]`. No message shows a value. */
export const outsideIssuers = z.string().transform((text, context): readonly TrustedConfigIssuer[] => {
  if (text.trim() === '') return [];
  const refuse = (message: string) => {
    context.addIssue(message);
    return z.NEVER;
  };
  const items = z.array(z.unknown()).safeParse(parsed(text));
  if (!items.success) return refuse('must be a JSON array of issuers');
  const all: TrustedConfigIssuer[] = [];
  for (const [index, item] of items.data.entries()) {
    const issuer = configuredIssuer.safeParse(item);
    const place = `issuer ${index + 1}`;
    if (!issuer.success) {
      const [issue] = issuer.error.issues;
      return refuse(`${place}: ${issue?.path.join('.') || 'it'}: ${issue?.message}`);
    }
    const { data } = issuer;
    const wrong = [data.issuer, data.jwks ?? data.issuer].some((address) => !isWeb(address));
    if (wrong) return refuse(`${place}: issuer and jwks must be addresses`);
    if (all.some((other) => other.issuer === data.issuer && other.audience === data.audience))
      return refuse(`${place}: its issuer and audience stand twice`);
    if (hasOtherKeys(data, all)) return refuse(`${place}: its issuer stands twice, with other jwks`);
    const { clientSecret: secret } = data;
    all.push({ ...data, clientSecret: secret === null ? null : new Secret(secret) });
  }
  return all;
});

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
