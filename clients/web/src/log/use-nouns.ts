import { useTranslation } from 'react-i18next';
import { useMay } from '../session/viewer.tsx';
import { useAreas } from '../shell/use-areas.ts';
import { nounText } from './sentence.ts';
import { nounsWithPlace } from './use-place.ts';

/** What of the log concerns people and access, and who reads it. */
const privateNouns = ['Membership', 'Invitation', 'User', 'ApiClient', 'ApiKey', 'RegisteredOperation'];

/** The types of things that one can ask the log for, by what they are called. */
export function useNouns(): string[] {
  const { i18n } = useTranslation();
  const readsAll = useMay('audit:all');
  const business = nounsWithPlace(useAreas()).filter((noun) => !privateNouns.includes(noun));
  const all = readsAll ? [...business, ...privateNouns] : business;
  const called = (noun: string) => nounText(noun) ?? noun;
  return all.toSorted((one, other) => called(one).localeCompare(called(other), i18n.language));
}
