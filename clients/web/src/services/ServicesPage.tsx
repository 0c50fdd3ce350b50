import { useTranslation } from 'react-i18next';
import { Link, Outlet, useParams } from 'react-router';
import { useLiveQuery } from '../graph/use-live-query.ts';
import classes from '../look/List.module.css';
import { Moment } from '../look/Moment.tsx';
import { PageHead } from '../look/PageHead.tsx';
import { Trouble } from '../look/Trouble.tsx';
import { Waiting } from '../look/Waiting.tsx';
import { useTenant } from '../session/viewer.tsx';
import { ServiceState } from './ServiceState.tsx';
import { type Offer, ServicesDocument, type ServicesOutlet } from './services.ts';

/** The products that there are, and which of them the tenant has. */
export function Component() {
  const { t } = useTranslation();
  const { data, problem, askAgain } = useLiveQuery({ query: ServicesDocument });
  const services = data?.viewer?.tenant?.services;
  const offers = data?.productTypes.map((info) => ({
    info,
    service: services?.find(({ product }) => product === info.product),
  }));

  return (
    <>
      <PageHead title={t('area.services')} />
      <div className={classes.beside}>
        <div className={classes.lists}>
          {problem && <Trouble problem={problem} onRetry={askAgain} />}
          {!services && !problem && <Waiting />}
          {services && offers && <OfferList offers={offers} />}
        </div>
        {services && offers && <Outlet context={{ offers } satisfies ServicesOutlet} />}
      </div>
    </>
  );
}

function OfferList({ offers }: { offers: Offer[] }) {
  const { t } = useTranslation();
  const { product } = useParams();
  const { timeZone } = useTenant();
  return (
    <ul className={classes.list} aria-label={t('area.services')}>
      {offers.map(({ info, service }) => (
        <li key={info.product} className={classes.row} data-open={info.product === product || undefined}>
          <Link to={`/services/${info.product}`} className={classes.name}>
            {t(`product.${info.product}`)}
          </Link>
          <span className={classes.quiet}>{t(`productAbout.${info.product}`)}</span>
          <ServiceState service={service} />
          <span className={`${classes.quiet} ${classes.figure}`}>
            {service && <Moment at={service.since} timeZone={timeZone} />}
          </span>
        </li>
      ))}
    </ul>
  );
}
