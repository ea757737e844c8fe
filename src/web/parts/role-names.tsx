import { rolesInWords } from '../words/role-words.ts';
import { useWords } from '../words/use-words.tsx';

/** Roles as a person reads them. */
export function RoleNames({ roles }: { readonly roles: readonly string[] }) {
  const words = useWords();
  if (roles.length === 0) return <>{words('roles.none')}</>;
  const text = rolesInWords(words, roles);
  return <span title={text}>{text}</span>;
}
