import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { Router } from 'wouter';
import { usePlace, usePlaceSearch } from './address/place.ts';
import { Doorway } from './shell/doorway.tsx';
import { Hints } from './parts/hints.tsx';
import { Notices } from './parts/notices.tsx';
import { QUERIES } from './service/session.ts';
import { KIT } from './theme/theme.ts';
import type { Dictionary } from './words/words.ts';
import { WordsProvider } from './words/use-words.tsx';

/** The nonce that the document came with, for the kit. */
const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';

/** The whole application. The kit's variables and classes are files: it writes no style element itself. */
export const App = ({ dictionary }: { readonly dictionary: Dictionary }) => (
  <MantineProvider
    theme={KIT}
    defaultColorScheme="auto"
    withCssVariables={false}
    withGlobalClasses={false}
    getStyleNonce={() => nonce}
  >
    <QueryClientProvider client={QUERIES}>
      <WordsProvider first={dictionary}>
        <Notices>
          <Router hook={usePlace} searchHook={usePlaceSearch}>
            <Doorway />
            <Hints />
          </Router>
        </Notices>
      </WordsProvider>
    </QueryClientProvider>
  </MantineProvider>
);
