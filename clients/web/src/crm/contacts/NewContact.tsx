import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { hasMistakes, mistakesIn } from '../../graph/mistakes.ts';
import { useDraft } from '../../graph/use-draft.ts';
import { useWrite } from '../../graph/use-write.ts';
import { FormFrame } from '../../look/FormFrame.tsx';
import { showDone } from '../../look/notify.tsx';
import { Panel } from '../../look/Panel.tsx';
import { ContactFields } from './ContactFields.tsx';
import { contactInputOf, newContact } from './contact-draft.ts';
import { CreateContactDocument } from './create-contact.ts';

export function Component() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const draft = useDraft('new contact', newContact);
  const create = useWrite(CreateContactDocument);
  const missing = { name: !draft.fields.name.trim() && t('mistake.nameMissing') };
  const mistakes = mistakesIn(draft, create, missing);

  async function save() {
    if (hasMistakes(missing)) return undefined;
    const saved = await create.write({ input: contactInputOf(draft.fields) });
    if (!saved) return undefined;
    showDone(t('contacts.saved', { name: saved.createContact.name }));
    await navigate(`/crm/contacts/${saved.createContact.id}`);
    return saved;
  }

  return (
    <Panel title={t('contacts.new')} onClose={() => navigate('/crm/contacts')}>
      <FormFrame draft={draft} write={create} action={t('contacts.create')} onSave={save}>
        <ContactFields
          contact={draft.fields}
          mistakeAt={(field) => (field === 'doNotContact' ? create.mistakeAt(field) : mistakes(field))}
          isReadOnly={false}
          isWhole
          onChange={draft.change}
        />
      </FormFrame>
    </Panel>
  );
}
