import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { graphql } from '../generated/gql.ts';
import { useDraft } from '../graph/use-draft.ts';
import { useWrite } from '../graph/use-write.ts';
import { showDone } from '../look/notify.tsx';
import { Panel } from '../look/Panel.tsx';
import { useTenant } from '../session/viewer.tsx';
import { VenueForm } from './VenueForm.tsx';
import { emptyVenue } from './venue-draft.ts';

const CreateVenueDocument = graphql(`
  mutation CreateVenue($input: CreateVenueInput!) {
    createVenue(input: $input) {
      ...VenueFacts
    }
  }
`);

export function Component() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const draft = useDraft('new venue', emptyVenue(useTenant()));
  const create = useWrite(CreateVenueDocument);
  return (
    <Panel title={t('venues.new')} onClose={() => navigate('/venues')}>
      <VenueForm
        draft={draft}
        write={create}
        isReadOnly={false}
        action={t('venues.create')}
        onSave={async (input) => {
          const created = await create.write({ input });
          if (!created) return undefined;
          showDone(t('venues.saved', { name: created.createVenue.name }));
          await navigate(`/venues/${created.createVenue.id}`);
          return created;
        }}
      />
    </Panel>
  );
}
