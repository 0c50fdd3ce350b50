import { Button, NativeSelect, SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, Outlet, useSearchParams } from 'react-router';
import { useLiveQuery } from '../../graph/use-live-query.ts';
import { useWrite } from '../../graph/use-write.ts';
import { Empty } from '../../look/Empty.tsx';
import filter from '../../look/Filter.module.css';
import { Icon } from '../../look/Icon.tsx';
import classes from '../../look/List.module.css';
import { showTrouble } from '../../look/notify.tsx';
import { Trouble } from '../../look/Trouble.tsx';
import { Waiting } from '../../look/Waiting.tsx';
import { useMay } from '../../session/viewer.tsx';
import { ListViews } from '../views/ListViews.tsx';
import board from './Board.module.css';
import { Board } from './Board.tsx';
import { Forecast } from './Forecast.tsx';
import { OpportunityList } from './OpportunityList.tsx';
import { type Pipeline, PipelinesDocument } from './opportunities.ts';
import { useNewStages } from './use-new-stages.ts';
import { CreatePipelineDocument } from './write-pipeline.ts';

const views = ['board', 'list', 'forecast'] as const;

export function Component() {
  const asked = useLiveQuery({ query: PipelinesDocument });
  const pipelines = asked.data?.viewer?.tenant?.pipelines.edges.map(({ node }) => node);
  return (
    <div className={classes.beside}>
      <div className={classes.lists}>
        {asked.problem && <Trouble problem={asked.problem} onRetry={asked.askAgain} />}
        {!pipelines && !asked.problem && <Waiting />}
        {pipelines?.length === 0 && <NoPipeline />}
        {pipelines?.[0] && <Chosen pipelines={pipelines} first={pipelines[0]} />}
      </div>
      <Outlet />
    </div>
  );
}

/** The first step is one press. */
function NoPipeline() {
  const { t } = useTranslation();
  const mayWrite = useMay('crm:write');
  const { write, isBusy } = useWrite(CreatePipelineDocument, showTrouble);
  const stages = useNewStages();
  return (
    <Empty icon="board" title={t('pipeline.emptyTitle')} text={t('pipeline.emptyText')}>
      {mayWrite && (
        <Button loading={isBusy} onClick={() => void write({ input: { name: t('pipeline.firstName'), stages } })}>
          {t('pipeline.begin')}
        </Button>
      )}
    </Empty>
  );
}

function Chosen({ pipelines, first }: { pipelines: readonly Pipeline[]; first: Pipeline }) {
  const { t } = useTranslation();
  const mayWrite = useMay('crm:write');
  const [search, setSearch] = useSearchParams();
  const view = views.find((each) => each === search.get('view')) ?? 'board';
  const pipeline = pipelines.find(({ id }) => id === search.get('pipeline')) ?? first;
  const put = (name: string, value: string) =>
    setSearch((before) => {
      const after = new URLSearchParams(before);
      after.set(name, value);
      return after;
    });
  return (
    <>
      <ListViews list="OPPORTUNITIES" path="/crm/pipeline" />
      <div className={filter.filter}>
        <NativeSelect
          label={t('pipeline.pipeline')}
          data={pipelines.map(({ id, name }) => ({ value: id, label: name }))}
          value={pipeline.id}
          onChange={({ currentTarget }) => put('pipeline', currentTarget.value)}
        />
        <SegmentedControl
          className={board.views}
          aria-label={t('pipeline.show')}
          data={views.map((value) => ({ value, label: t(`pipeline.views.${value}`) }))}
          value={view}
          onChange={(value) => put('view', value)}
        />
        {mayWrite && (
          <Button
            component={Link}
            to={{ pathname: '/crm/pipeline/new', search: search.toString() }}
            leftSection={<Icon name="plus" size={18} />}
          >
            {t('pipeline.new')}
          </Button>
        )}
        {mayWrite && (
          <Button
            component={Link}
            to={{ pathname: `/crm/pipeline/stages/${pipeline.id}`, search: search.toString() }}
            variant="default"
          >
            {t('pipeline.stages')}
          </Button>
        )}
      </div>
      {view === 'board' && <Board key={pipeline.id} pipeline={pipeline} />}
      {view === 'list' && <OpportunityList pipeline={pipeline} />}
      {view === 'forecast' && <Forecast pipeline={pipeline} />}
    </>
  );
}
