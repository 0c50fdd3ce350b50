import type { ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '../generated/gql.ts';
import { Empty } from '../look/Empty.tsx';
import { useMay, useViewer } from '../session/viewer.tsx';
import { listFormat } from '../words/formats.ts';
import { WaysOn } from './WaysOn.tsx';

const WhoMayDocument = graphql(`
  query WhoMay {
    roles {
      role
      scopes
    }
  }
`);

/** The page for those with the scope; who lacks it is told so, and asks nothing that would be refused. */
export function onlyWith(scope: string, Page: ComponentType): ComponentType {
  return function Guarded() {
    return useMay(scope) ? <Page /> : <NotYours scope={scope} />;
  };
}

/** Who may see it, so that one knows whom to ask. */
function NotYours({ scope }: { scope: string }) {
  const { t, i18n } = useTranslation();
  const { viewer } = useViewer();
  const [{ data }] = useQuery({ query: WhoMayDocument });
  // The platform's own people are asked by nobody.
  const those = data?.roles.filter(({ role, scopes }) => role !== 'ADMIN' && scopes.includes(scope)) ?? [];
  const roles = listFormat(i18n.language, { type: 'disjunction' }).format(those.map(({ role }) => t(`role.${role}`)));
  const text =
    those.length > 0 && viewer.role
      ? t('trouble.FORBIDDEN.who', { role: t(`role.${viewer.role}`), roles })
      : t('trouble.FORBIDDEN.advice');
  return (
    <Empty icon="key" title={t('trouble.FORBIDDEN.title')} text={text}>
      <WaysOn />
    </Empty>
  );
}
