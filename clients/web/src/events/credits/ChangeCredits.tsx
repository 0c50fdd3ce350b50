import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate, useSearchParams } from 'react-router';
import { showDone } from '../../look/notify.tsx';
import { Panel } from '../../look/Panel.tsx';
import { numberFormat } from '../../words/formats.ts';
import { CreditsForm } from './CreditsForm.tsx';

/** Gives credits to an application, or takes some from it; the address says which, and of whom. */
export function Component() {
  const { t, i18n } = useTranslation();
  const navigate = useNavigate();
  const { pathname, key } = useLocation();
  const [params] = useSearchParams();
  const search = listOf(params);
  const isTaking = pathname.endsWith('/take');
  return (
    <Panel
      title={t(isTaking ? 'credits.take' : 'credits.allocate')}
      onClose={() => navigate({ pathname: '/events/credits', search })}
    >
      <CreditsForm
        // Opened for another one, it begins with that.
        key={key}
        isTaking={isTaking}
        start={{ application: params.get('for') ?? params.get('of') ?? '', entity: params.get('entity') ?? '' }}
        onDone={({ id, application, balance }) => {
          const figure = numberFormat(i18n.language).format(balance);
          showDone(t('credits.isWritten', { application, count: balance, balance: figure }));
          navigate({ pathname: `/events/credits/${id}`, search });
        }}
      />
    </Panel>
  );
}

/** The filter of the list, without what the form began with. */
function listOf(params: URLSearchParams): string {
  const list = new URLSearchParams(params);
  list.delete('for');
  list.delete('entity');
  return list.toString();
}
