import { done } from './actions/en.ts';
import { notices } from './notices/en.ts';
import { picture } from './pictures/en.ts';
import { product, productAbout, productState } from './products/en.ts';
import { refusal } from './refusals/en.ts';
import { door, login } from './session/en.ts';
import type { Texts } from './texts.ts';

/** The words of all pages; those of an area are in its own `words/`. The other languages have exactly these. */
export const words = {
  action: {
    retry: 'Try again',
    copy: 'Copy',
    copied: 'Copied',
    close: 'Close',
    cancel: 'Cancel',
    undo: 'Undo',
    save: 'Save',
    discard: 'Discard changes',
    more: 'Show more',
    toList: 'Back to the list',
    hide: 'I have copied it',
    export: 'Export as CSV',
    moveUp: 'Move {{name}} up',
    moveDown: 'Move {{name}} down',
  },
  form: {
    isBack: 'Your unsaved changes are back.',
    contested: 'Somebody else changed this too. Saving will replace it with yours.',
    contestedBy: 'Somebody else set this to “{{theirs}}”. Saving will replace it with yours.',
  },
  state: { loading: 'Loading…', available: 'Available', soldOut: 'Sold out', lasting: 'for {{age}}' },
  history: 'History',
  notUndone: { title: 'Not undone', text: 'Somebody has changed it since. What you see is the newest.' },
  span: { name: 'Period', days_one: '{{count}} day', days_other: '{{count}} days' },
  others_one: 'and {{count}} more',
  others_other: 'and {{count}} more',
  shell: {
    clockMoved: 'The clock has been moved',
    clockIs: 'For this demo it is {{now}}. Windows, reminders and business days go by it.',
    clockBack: 'Back to now',
    maintenance: 'Maintenance',
    maintenanceUntil: '{{title}}. Until {{until}}, some things may not work.',
    notices: 'Notices',
    navigation: 'Navigation',
    switchTenant: 'Switch business',
    chooseTenant: 'Which business?',
  },
  account: { title: 'Your account', language: 'Language', light: 'Light', dark: 'Dark', logout: 'Log out' },
  role: {
    OWNER: 'Owner',
    MANAGER: 'Manager',
    STAFF: 'Staff',
    KITCHEN: 'Kitchen',
    MARKETER: 'Marketer',
    SUPPORT: 'Support',
    AUDITOR: 'Auditor',
    ADMIN: 'Platform admin',
  },
  live: { live: 'Live', connecting: 'Connecting…', offline: 'Offline', offlineSince: 'Offline · last seen {{age}}' },
  command: {
    open: 'Search or go to',
    placeholder: 'A page, a thing or “86 lengua”',
    nothing: 'Nothing found.',
    goTo: 'Go to',
    do: 'Do',
    soldOut: 'Mark {{name}} sold out',
    back: 'Mark {{name}} available',
    isSoldOut: '{{name}} is sold out.',
    isBack: '{{name}} is available again.',
    setPrice: 'Set {{name}} from {{from}} to {{to}}',
    priceIs: '{{name}} costs {{to}} now.',
  },
  login,
  door,
  notFound: {
    title: 'Page not found',
    text: 'This page does not exist, or you may not see it.',
    back: 'Back to the start',
    toArea: 'Go to {{area}}',
  },
  broken: {
    title: 'This page could not be shown',
    text: 'A new version may have been installed. Loading the page again helps in most cases.',
    reload: 'Reload',
    missing: 'This page did not load',
    offline: 'There is no connection to the server. The page loads by itself when the connection is back.',
    newVersion:
      'The server answers, but this page did not load: a new version may have been installed. Reload the console to get it.',
    fault: 'Something went wrong in this part. The rest of the console works.',
  },
  trouble: {
    copyId: 'Copy number for support',
    UNAUTHENTICATED: { title: 'You are logged out', advice: 'Log in again to continue.' },
    FORBIDDEN: {
      title: 'Your role does not allow this',
      advice: 'Ask an owner or a manager.',
      who: 'Your role is {{role}}. This takes {{roles}}. Ask one of them, or have an owner change your role.',
    },
    NOT_FOUND: { title: 'It is no longer there', advice: 'Somebody may have removed it.' },
    BAD_USER_INPUT: { title: 'Something is not right yet', advice: 'Check what you entered.' },
    CONFLICT: {
      title: 'Somebody just changed it',
      advice: 'You now see the latest version. Check it and save again.',
    },
    RATE_LIMITED: {
      title: 'Too many requests',
      advice_one: 'Try again in {{count}} second.',
      advice_other: 'Try again in {{count}} seconds.',
    },
    UNAVAILABLE: { title: 'The server does not answer', advice: 'Nothing was lost here. Try again in a moment.' },
    INTERNAL: {
      title: 'Something went wrong on our side',
      advice: 'Try again. If it keeps happening, give support this number.',
    },
  },
  mistake: {
    empty: 'Enter a price.',
    notANumber: 'Enter just a number, like 1234.50.',
    negative: 'A price cannot be below zero.',
    tooManyDigits: 'Too many digits after the decimal separator. Enter thousands without a separator.',
    tooLarge: 'This price is too large.',
    nameMissing: 'Enter a name.',
    notWhole: 'Enter a whole number.',
  },
  channel: { DINE_IN: 'Dine in', TAKEAWAY: 'Takeaway', DELIVERY: 'Delivery', ONLINE: 'Online' },
  picture,
  upload: { progress: 'Uploading', failed: 'The upload failed. Try again.' },
  notices,
  product,
  productAbout,
  productState,
  actor: { you: 'You', person: 'Somebody', client: 'An API client', station: 'A station', system: 'The system' },
  refusal,
  done,
} as const;

export type Words = Texts<typeof words>;
