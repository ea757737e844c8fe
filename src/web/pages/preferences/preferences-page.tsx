import { NativeSelect } from '@mantine/core';
import { PageHead } from '../../parts/page-head.tsx';
import { Section } from '../../parts/section.tsx';
import { useMe } from '../../service/me.ts';
import { LANGUAGES } from '../../../labels/languages.ts';
import { chooseZone, useZone } from '../../words/use-dates.ts';
import { useLanguageChoice, useWords } from '../../words/use-words.tsx';
import { CertificateSection } from './certificate-section.tsx';
import { FactorSection } from './factor-section.tsx';
import { PasswordSection } from './password-section.tsx';
import { ProgramsSection } from './programs-section.tsx';
import { ServiceSection } from './service-section.tsx';
import { SessionsSection } from './sessions-section.tsx';

/** What somebody sets for the contact center's files and for themselves: the guide's User preferences. */
export function PreferencesPage() {
  const words = useWords();
  const { issuer } = useMe();
  return (
    <>
      <PageHead title={words('menu.preferences')} />
      <CertificateSection />
      <Display />
      {/* Who signs in elsewhere has neither here. */}
      {!issuer && <PasswordSection />}
      {!issuer && <FactorSection />}
      <SessionsSection />
      <ProgramsSection />
      <ServiceSection />
    </>
  );
}

function Display() {
  const words = useWords();
  const choose = useLanguageChoice();
  const zone = useZone();
  const zones = [...new Set(['UTC', zone, ...Intl.supportedValuesOf('timeZone')])];
  return (
    <Section title={words('preferences.display')} note={words('preferences.displayNote')}>
      <NativeSelect
        label={words('app.language')}
        value={words.language}
        data={LANGUAGES.map((value) => ({ value, label: words(`language.${value}`) }))}
        onChange={({ currentTarget: { value } }) => choose(LANGUAGES.find((one) => one === value) ?? 'en')}
      />
      <NativeSelect
        label={words('preferences.zone')}
        value={zone}
        data={zones}
        onChange={({ currentTarget: { value } }) => chooseZone(value)}
      />
    </Section>
  );
}
