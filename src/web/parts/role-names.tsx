import { useWords } from '../words/use-words.tsx';

/** Roles as a person reads them. */
export function RoleNames({ roles }: { readonly roles: readonly string[] }) {
  const words = useWords();
  if (roles.length === 0) return <>{words('roles.none')}</>;
  const text = roles.map((role) => words.named(`role.${role}`, role)).join(', ');
  return <span title={text}>{text}</span>;
}
