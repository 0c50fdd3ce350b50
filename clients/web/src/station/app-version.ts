import { version } from '../../package.json';

/** Which build this is: the version and the hash in the name of its script, for example `0.1.0+BmkFHUpj`. */
export const appVersion = `${version}+${/-([\w-]{8})\.js$/.exec(import.meta.url)?.[1] ?? 'dev'}`;
