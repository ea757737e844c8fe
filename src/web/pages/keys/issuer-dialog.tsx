import { Checkbox, PasswordInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import { ISSUER_ALGORITHMS } from '../../../model/issuer-choices.ts';
import { FormDialog } from '../../parts/form-dialog.tsx';
import { useNotices } from '../../parts/notices.tsx';
import { nameIssuer, saveIssuer, type Issuer } from '../../service/issuers.ts';
import { useWords } from '../../words/use-words.tsx';
import { changeOf, wrongOf, formOf, issuerToAdd, NEW_ISSUER, type IssuerForm } from './issuer-form.ts';
import { IssuerRoles } from './issuer-roles.tsx';
import styles from './issuers.module.css';

interface IssuerDialogProps {
  /** The one that is changed; null: another one is added. */
  readonly issuer: Issuer | null;
  readonly onClose: () => void;
}

/** Adds an outside issuer, or changes what can be changed of one. */
export function IssuerDialog({ issuer, onClose }: IssuerDialogProps) {
  const words = useWords();
  const notices = useNotices();
  const [form, setForm] = useState(issuer ? formOf(issuer) : NEW_ISSUER);
  const set = (change: Partial<IssuerForm>) => setForm((before) => ({ ...before, ...change }));
  const fault = wrongOf(form);
  const save = async () => {
    if (issuer) await saveIssuer(issuer.id, changeOf(issuer, form));
    else await nameIssuer(issuerToAdd(form));
    const name = form.name.trim();
    notices.told(words(issuer ? 'issuers.saved' : 'issuers.added', { name }));
    onClose();
  };
  return (
    <FormDialog
      title={issuer ? words('issuers.changeTitle', { name: issuer.name }) : words('issuers.add')}
      verb={words(issuer ? 'issuers.save' : 'issuers.add')}
      fault={fault && words(fault)}
      onSubmit={save}
      onClose={onClose}
    >
      <Field form={form} set={set} name="name" help={words('issuers.nameHelp')} required focused />
      <Field
        form={form}
        set={set}
        name="issuer"
        help={words(issuer ? 'issuers.fixed' : 'issuers.issuerHelp')}
        required
        locked={issuer !== null}
      />
      <Field
        form={form}
        set={set}
        name="audience"
        help={words(issuer ? 'issuers.fixed' : 'issuers.audienceHelp')}
        required
        locked={issuer !== null}
      />
      <Field
        form={form}
        set={set}
        name="clientId"
        help={words('issuers.clientIdHelp', { address: `${location.origin}/auth/v3/callback` })}
      />
      <PasswordInput
        label={words('issuers.clientSecret')}
        description={words(issuer?.clientId ? 'issuers.secretKept' : 'issuers.secretHelp')}
        value={form.clientSecret}
        onChange={({ currentTarget: { value } }) => set({ clientSecret: value })}
        autoComplete="new-password"
        visibilityToggleButtonProps={{ 'aria-label': words('login.showPassword') }}
      />
      <IssuerRoles rows={form.roles} onRows={(roles) => set({ roles })} />
      <details className={styles['more']}>
        <summary>{words('issuers.more')}</summary>
        <div className={styles['fields']}>
          <Field form={form} set={set} name="nameClaim" help={words('issuers.nameClaimHelp')} />
          <Field form={form} set={set} name="rolesClaim" help={words('issuers.rolesClaimHelp')} />
          <Field form={form} set={set} name="jwks" help={words('issuers.jwksHelp')} />
          <fieldset className={styles['algorithms']}>
            <legend>{words('issuers.algorithms')}</legend>
            {ISSUER_ALGORITHMS.map((algorithm) => (
              <Checkbox
                key={algorithm}
                label={algorithm}
                checked={form.algorithms.includes(algorithm)}
                onChange={({ currentTarget: { checked } }) =>
                  set({
                    algorithms: ISSUER_ALGORITHMS.filter((one) =>
                      one === algorithm ? checked : form.algorithms.includes(one),
                    ),
                  })
                }
              />
            ))}
          </fieldset>
        </div>
      </details>
    </FormDialog>
  );
}

interface FieldProps {
  readonly form: IssuerForm;
  readonly set: (change: Partial<IssuerForm>) => void;
  readonly name: 'name' | 'issuer' | 'audience' | 'clientId' | 'nameClaim' | 'rolesClaim' | 'jwks';
  readonly help: string;
  readonly required?: boolean;
  /** It cannot be changed: another one is another issuer. */
  readonly locked?: boolean;
  readonly focused?: boolean;
}

function Field({ form, set, name, help, required = false, locked = false, focused = false }: FieldProps) {
  const words = useWords();
  return (
    <TextInput
      label={words(`issuers.${name}`)}
      description={help}
      value={form[name]}
      onChange={({ currentTarget: { value } }) => set({ [name]: value })}
      required={required && !locked}
      readOnly={locked}
      autoComplete="off"
      spellCheck={false}
      {...(focused ? { 'data-autofocus': true } : {})}
    />
  );
}
