import { expect } from 'vitest';
import type { Task } from './person.ts';

/** What programs and other issuers are let in by. */
export const KEYS_PAGE: readonly Task[] = [
  {
    name: 'add a client that a browser comes back to, and change where',
    act: async ({ goTo, press, turn, write, field, button, dialog, fromMenu, told, sound }) => {
      await goTo('Keys');
      await press(button('Add client'));
      await write(field(/^Name/), 'Reports');
      await turn(dialog('Add client').getByRole('checkbox', { name: 'Exporter' }), true);
      await write(field('Redirect addresses'), 'http://reports.example/callback');
      await sound();
      await press(dialog('Add client').getByRole('button', { name: 'Add client' }));
      await dialog('Add client').getByRole('alert').waitFor();
      await write(field('Redirect addresses'), 'https://reports.example/callback');
      await press(dialog('Add client').getByRole('button', { name: 'Add client' }));
      await press(dialog('Client Reports').getByRole('button', { name: 'Close', exact: true }).last());
      await fromMenu('Reports', 'Redirect addresses');
      const addresses = dialog('Redirect addresses of Reports').getByRole('textbox');
      expect(await addresses.inputValue()).toBe('https://reports.example/callback');
      await write(addresses, 'https://reports.example/other');
      await press(button('Save addresses'));
      await told('The redirect addresses of Reports were saved.');
    },
  },
  {
    name: 'name an outside issuer, change one role of it, and delete it',
    act: async ({ page, press, write, choose, field, button, dialog, told, sound }) => {
      await press(button('Add issuer'));
      await write(field(/^Name/), 'Acme');
      await write(field(/^Address$/), 'https://id.acme.example');
      await write(field(/^Audience/), 'udm-acme');
      await press(page.getByText('Claims, keys and algorithms'));
      await write(field('Address of the keys'), 'https://id.acme.example/keys');
      await write(field('Claim with the roles'), 'groups');
      await sound();
      await press(dialog('Add issuer').getByRole('button', { name: 'Add issuer' }));
      await told('The issuer Acme was added.');
      await sound();
      await press(button('Change Acme'));
      await press(button('Remove role 5'));
      await write(field('Role 1 of the issuer'), 'Readers');
      await choose(page.getByRole('combobox', { name: 'What role 1 is here' }), 'Auditor');
      await press(button('Save issuer'));
      await told('The issuer Acme was saved.');
      await press(button('Change Acme'));
      expect(await field('Role 1 of the issuer').inputValue()).toBe('Readers');
      expect(await field('Role 5 of the issuer').count()).toBe(0);
      await press(page.getByText('Claims, keys and algorithms'));
      expect(await field('Claim with the roles').inputValue()).toBe('groups');
      await press(button('Cancel'));
      await press(button('Delete Acme'));
      await press(button('Delete the issuer'));
      await told('The issuer Acme was deleted.');
      await page.getByText('No outside issuers yet.').waitFor();
    },
  },
];
