import { useTranslation } from 'react-i18next';
import { graphql } from '../../generated/gql.ts';
import { useLiveQuery } from '../../graph/use-live-query.ts';

const StaffDocument = graphql(`
  query Staff {
    platformStaff {
      id
      name
    }
  }
`);

/** Who of the platform's staff may look after an account, and what they are called. */
export function useStaff() {
  const { t } = useTranslation();
  const { data } = useLiveQuery({ query: StaffDocument, variables: {} });
  const staff = (data?.platformStaff ?? []).map(({ id, name }) => ({ value: id, label: name }));
  const nameOf = (id: string | null): string =>
    id === null ? t('accounts.nobody') : (staff.find(({ value }) => value === id)?.label ?? t('crm.somebody'));
  return { staff, nameOf };
}
