import { useTranslation } from 'react-i18next';
import { Link, Outlet, useParams, useSearchParams } from 'react-router';
import { LivePages } from '../../graph/LivePages.tsx';
import { useLivePages } from '../../graph/use-live-pages.ts';
import { Empty } from '../../look/Empty.tsx';
import filter from '../../look/Filter.module.css';
import { FilterText } from '../../look/FilterText.tsx';
import list from '../../look/List.module.css';
import classes from './Tag.module.css';
import { Tag } from './Tag.tsx';
import { TagCounts } from './TagCounts.tsx';
import { type TagLine, TagsDocument } from './tags.ts';

/** Every tag, by name, with what carries it. */
export function Component() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const begins = search.get('find') ?? '';
  const tags = useLivePages({
    ask: (after) => ({ query: TagsDocument, variables: { after, filter: begins ? { begins } : null } }),
    read: ({ viewer }) => viewer?.tenant?.crmTags,
  });
  const empty = begins ? 'nothingFound' : 'empty';
  return (
    <div className={list.beside}>
      <div className={list.lists}>
        <div className={filter.filter}>
          <FilterText
            label={t('tags.find')}
            value={begins}
            onChange={(value) => setSearch(value ? { find: value } : {})}
          />
        </div>
        <LivePages
          pages={tags}
          label={t('crm.tab.tags')}
          empty={<Empty icon="log" title={t(`tags.${empty}Title`)} text={t(`tags.${empty}Text`)} />}
          row={(tag) => <Row tag={tag} />}
        />
      </div>
      <Outlet />
    </div>
  );
}

function Row({ tag }: { tag: TagLine }) {
  const { id: open } = useParams();
  const [search] = useSearchParams();
  const { id, side, name, colour } = tag;
  return (
    <li className={`${list.row} ${classes.row}`} data-open={id === open || undefined}>
      <Link to={{ pathname: `/crm/tags/${id}`, search: search.toString() }} className={list.name}>
        <Tag side={side} name={name} colour={colour} />
      </Link>
      <TagCounts tag={tag} />
    </li>
  );
}
