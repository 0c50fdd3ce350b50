import { Anchor, SegmentedControl, TextInput } from '@mantine/core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { hasMistakes, mistakesIn } from '../../graph/mistakes.ts';
import { newKey } from '../../graph/new-key.ts';
import { useDraft } from '../../graph/use-draft.ts';
import { useThing } from '../../graph/use-thing.ts';
import { useWrite } from '../../graph/use-write.ts';
import { FormFrame } from '../../look/FormFrame.tsx';
import { showDone } from '../../look/notify.tsx';
import { Panel } from '../../look/Panel.tsx';
import { ContactNameDocument } from '../contacts/contacts.ts';
import { CreateContactDocument } from '../contacts/create-contact.ts';
import { ContactChoice } from './ContactChoice.tsx';
import { RegisterPartnerDocument } from './write-partner.ts';

const who = ['here', 'new'] as const;

/** A contact who becomes a partner: the one in the address, one that is chosen, or somebody new. */
export function Component() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const given = search.get('contact') ?? '';
  const { thing: known } = useThing(
    { query: ContactNameDocument, variables: { id: given }, pause: !given },
    ({ contact }) => contact,
  );
  const draft = useDraft(`new partner ${given}`, { who: 'here', id: '', name: '', newName: '', company: '', key: '' });
  const create = useWrite(CreateContactDocument);
  const register = useWrite(RegisterPartnerDocument);
  const { fields, change } = draft;
  const isNew = fields.who === 'new';
  useEffect(() => {
    if (known && !fields.id && !isNew) change({ id: known.id, name: known.name });
  });
  const missing = {
    id: !isNew && !fields.id && t('partners.contactMissing'),
    newName: isNew && !fields.newName.trim() && t('mistake.nameMissing'),
  };

  async function save() {
    if (hasMistakes(missing)) return undefined;
    const idempotencyKey = fields.key || newKey();
    const contactId = isNew ? await createOnce() : fields.id;
    if (!contactId) return undefined;
    const saved = await register.write({ input: { contactId, idempotencyKey } });
    if (!saved) return undefined;
    showDone(t('partners.saved', { name: saved.registerPartner.contact.name }));
    await navigate(`/crm/partners/${saved.registerPartner.id}`);
    return saved;
  }

  /** When registering is refused after it, the contact is there, and is chosen. */
  async function createOnce(): Promise<string | undefined> {
    const saved = await create.write({
      input: { name: fields.newName.trim(), company: fields.company.trim() || null },
    });
    if (!saved) return undefined;
    const { id, name } = saved.createContact;
    change({ who: 'here', id, name, key: fields.key || newKey() });
    return id;
  }

  const partnerId = register.problem?.facts.partnerId;
  return (
    <Panel title={t('partners.new')} onClose={() => navigate('/crm/partners')}>
      <FormFrame
        draft={draft}
        write={create.problem ? create : { ...register, isBusy: create.isBusy || register.isBusy }}
        action={t('partners.register')}
        onSave={save}
      >
        <SegmentedControl
          aria-label={t('partners.who')}
          value={fields.who}
          data={who.map((value) => ({ value, label: t(`partners.whoIs.${value}`) }))}
          onChange={(value) => change({ who: value })}
        />
        {isNew ? (
          <>
            <TextInput
              label={t('contacts.name')}
              value={fields.newName}
              error={mistakesIn(draft, { mistakeAt: () => create.mistakeAt('name') }, missing)('newName')}
              onChange={({ currentTarget }) => change({ newName: currentTarget.value })}
            />
            <TextInput
              label={t('contacts.company')}
              value={fields.company}
              error={create.mistakeAt('company')}
              onChange={({ currentTarget }) => change({ company: currentTarget.value })}
            />
          </>
        ) : (
          <ContactChoice
            label={t('partners.contact')}
            description={t('partners.contactHint')}
            key={fields.id}
            value={{ id: fields.id, name: fields.name }}
            mistake={mistakesIn(draft, { mistakeAt: () => register.mistakeAt('contactId') }, missing)('id')}
            onChange={({ id, name }) => change({ id, name, key: newKey() })}
          />
        )}
        {typeof partnerId === 'string' && (
          <Anchor component={Link} to={`/crm/partners/${partnerId}`}>
            {t('partners.toPartner')}
          </Anchor>
        )}
      </FormFrame>
    </Panel>
  );
}
