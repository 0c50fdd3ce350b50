import { useTranslation } from 'react-i18next';
import { graphql } from '../generated/gql.ts';
import { useLiveQuery } from '../graph/use-live-query.ts';
import { useMay, useViewer } from '../session/viewer.tsx';

const ColleaguesDocument = graphql(`
  query Colleagues {
    viewer {
      id
      tenant {
        id
        members(first: 200) {
          edges {
            cursor
            node {
              id
              user {
                id
                name
              }
            }
          }
        }
      }
    }
  }
`);

/** Whom something can be given to, oneself first; whoever may not see the people of the tenant has oneself alone. `chosen` is among them, whoever that is. */
export function useColleagues(chosen: string): { value: string; label: string }[] {
  const { t } = useTranslation();
  const { viewer } = useViewer();
  const seesPeople = useMay('people:read');
  const { data } = useLiveQuery({ query: ColleaguesDocument, pause: !seesPeople });
  const members = (data?.viewer?.tenant?.members.edges ?? []).map(({ node: { user } }) => user);
  const me = viewer.user?.id ?? '';
  const others = members.filter(({ id }) => id !== me).map(({ id, name }) => ({ value: id, label: name }));
  const all = [{ value: me, label: t('crm.me') }, ...others];
  const isKnown = !chosen || all.some(({ value }) => value === chosen);
  return isKnown ? all : [...all, { value: chosen, label: t('crm.somebody') }];
}
