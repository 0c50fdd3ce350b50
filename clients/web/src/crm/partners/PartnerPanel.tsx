import { Button, Group, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'react-router';
import { useThing } from '../../graph/use-thing.ts';
import { useWrite } from '../../graph/use-write.ts';
import { showDone, showTrouble, showUndo } from '../../look/notify.tsx';
import { ThingPanel } from '../../look/ThingPanel.tsx';
import { useMay } from '../../session/viewer.tsx';
import { SubjectTimeline } from '../timeline/SubjectTimeline.tsx';
import { PartnerFacts } from './PartnerFacts.tsx';
import { PayForm } from './PayForm.tsx';
import { Payouts } from './Payouts.tsx';
import { type Partner, PartnerDocument } from './partners.ts';
import { RateForm } from './RateForm.tsx';
import { RemovePartnerDocument, RestorePartnerDocument, UpdatePartnerDocument } from './write-partner.ts';

/** What can be written about a partner; one at a time, by the address. */
const forms = ['rate', 'referral', 'commission'] as const;

export function Component() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const [search] = useSearchParams();
  const asked = useThing({ query: PartnerDocument, variables: { id } }, ({ partner }) => partner);
  const inList = new URLSearchParams(search);
  inList.delete('do');
  return (
    <ThingPanel
      asked={asked}
      name={t('crm.tab.partners')}
      titleOf={({ contact }) => contact.name}
      icon="share"
      historyOf={() => id}
      gone={{ title: t('partners.goneTitle'), text: t('partners.goneText') }}
      list={{ pathname: '/crm/partners', search: inList.toString() }}
    >
      {(partner, close) => (
        <Stack key={id} gap="lg">
          <PartnerFacts partner={partner} />
          <Actions partner={partner} onRemoved={close} />
          <Payouts partner={partner} />
          <SubjectTimeline subject={{ kind: 'PARTNER', id }} />
        </Stack>
      )}
    </ThingPanel>
  );
}

function Actions({ partner, onRemoved }: { partner: Partner; onRemoved: () => void }) {
  const { t } = useTranslation();
  const mayWrite = useMay('crm:write');
  const [search, setSearch] = useSearchParams();
  const { write: update, isBusy } = useWrite(UpdatePartnerDocument, showTrouble);
  const { write: remove } = useWrite(RemovePartnerDocument, showTrouble);
  const { write: restore } = useWrite(RestorePartnerDocument, showTrouble);
  if (!mayWrite) return null;
  const { id, version, status } = partner;
  const { name } = partner.contact;
  const next = status === 'ACTIVE' ? 'PAUSED' : 'ACTIVE';

  const at = (form: string) => {
    const params = new URLSearchParams(search);
    if (form) params.set('do', form);
    else params.delete('do');
    return params;
  };
  const close = () => setSearch(at(''), { replace: true });

  async function change() {
    const saved = await update({ id, input: { version, status: next } });
    if (saved) showDone(t(`partners.is.${next}`, { name }));
  }

  async function takeAway() {
    if (!(await remove({ id }))) return;
    onRemoved();
    showUndo(`partner-${id}`, t('partners.removed', { name }), () => void restore({ id }));
  }

  const form = forms.find((each) => each === search.get('do'));
  if (form === 'rate') return <RateForm key={form} partner={partner} onDone={close} />;
  if (form) return <PayForm key={form} partner={partner} kind={form} onDone={close} />;
  return (
    <Group gap="xs">
      {forms.map((each) => (
        <Button key={each} component={Link} to={{ search: at(each).toString() }} variant="default" size="sm">
          {t(`partners.do.${each}`)}
        </Button>
      ))}
      <Button variant="default" size="sm" loading={isBusy} onClick={() => void change()}>
        {t(`partners.make.${next}`)}
      </Button>
      <Button variant="outline" color="red" size="sm" onClick={() => void takeAway()}>
        {t('partners.remove')}
      </Button>
    </Group>
  );
}
