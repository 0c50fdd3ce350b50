import { words as core } from '../../words/en.ts';

const people = {
  notDelivered: 'The invitation to {{name}} was not delivered',
  invite: 'Invite somebody',
  invited: 'Invited',
  isInvited: 'We have emailed {{email}}.',
  name: 'Name (if you know it)',
  role: 'Role',
  about: {
    OWNER: 'Runs the account: does everything a business can do, and decides who else may.',
    MANAGER: 'Runs the business day to day, with its people; cannot create owners or API keys.',
    STAFF: 'Works front of house: sees what is on offer, and marks items as sold out.',
    KITCHEN: 'Works in the kitchen: sees the menu, and marks items as sold out.',
    MARKETER: 'Decides what the screens show.',
    SUPPORT: 'Helps the people of the business: sees a lot, changes nothing.',
    AUDITOR: 'Audits: sees everything there is to see, changes nothing.',
    ADMIN: 'Works for the platform.',
  },
  withheld: 'You cannot assign: {{roles}}. Ask an owner.',
  send: 'Send invitation',
  resend: 'Send again',
  takeBack: 'Withdraw',
  EXPIRED: 'Expired',
  QUEUED: 'Email waiting',
  SENT: 'Email sent',
  FAILED: 'Email rejected',
  endSessions: 'Log out everywhere',
  sessionsEnded_one: '{{count}} session ended.',
  sessionsEnded_other: '{{count}} sessions ended.',
  remove: 'Remove',
  removeQuestion: 'Remove {{name}}?',
  removeText: 'This person is logged out immediately and loses access here.',
  resetPin: 'Reset PIN',
  resetPinAt: 'Reset PIN for {{name}}',
  resetPinText: 'This is the new PIN of {{name}} for {{location}}. They can choose another one on their account page.',
  lastOwner: 'There must be at least one owner. Make somebody else an owner first.',
  goneTitle: 'Person not found',
  goneText: 'This person was removed, or the address is wrong.',
} as const;

export const words = { people } as const;

/** What somebody did, by the name of the action in the log. */
export const done = {
  inviteMember: 'Invited somebody',
  resendInvitation: 'Sent an invitation again',
  revokeInvitation: 'Withdrew an invitation',
  acceptInvitation: 'Accepted an invitation',
  updateMembership: "Changed somebody's role",
  removeMember: 'Removed somebody',
  revokeMemberSessions: 'Logged somebody out everywhere',
} as const;

/** What keys may do here, and what that is about. */
export const scopes = {
  pii: {
    about: 'Personal data',
    read: 'See personal data in full',
  },
} as const;

/** What the log says of what is here, by its type. */
export const told = {
  noun: {
    Membership: 'Person',
    Invitation: 'Invitation',
    User: 'Account of a person',
    UserSession: 'Session',
  },
  field: {
    Membership: {
      role: 'role',
    },
    Invitation: {
      role: 'role',
      name: 'name',
      email: 'email',
      expiresAt: 'expires',
    },
    User: {
      name: 'name',
      email: 'email',
    },
  },
  value: {
    Membership: {
      role: core.role,
    },
    Invitation: {
      role: core.role,
    },
  },
  sentence: {
    Membership: {
      CREATED: '{{name}} joined ({{who}})',
      REMOVED: '{{who}} removed {{name}}',
      role: '{{who}} changed the role of {{name}} from {{before}} to {{after}}',
    },
    Invitation: {
      CREATED: '{{who}} invited {{name}}',
      REMOVED: '{{who}} withdrew the invitation of {{name}}',
    },
  },
} as const;

type Here = typeof words;
type Done = typeof done;

declare module '../../words/all-words.ts' {
  interface AllWords extends Here {}
  interface ActionWords extends Done {}
}
