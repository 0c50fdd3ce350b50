export const roles = ['OWNER', 'MANAGER', 'STAFF', 'KITCHEN', 'MARKETER', 'SUPPORT', 'AUDITOR', 'ADMIN'] as const;
export type Role = (typeof roles)[number];

/** What each role is for, in a sentence for the people who give it. */
export const roleDescriptions: Record<Role, string> = {
  OWNER: 'Runs the account: does everything a tenant can do, and decides who else may.',
  MANAGER: 'Runs the business day to day, with its people; cannot create owners or API keys.',
  STAFF: 'Works front of house: sees what is on offer, and marks items as sold out.',
  KITCHEN: 'Works in the kitchen: sees the menu, and marks items as sold out.',
  MARKETER: 'Decides what the screens show.',
  SUPPORT: 'Helps the people of the tenant: sees a lot, changes nothing.',
  AUDITOR: 'Audits: sees everything there is to see, changes nothing.',
  ADMIN: "The platform's own staff; assigned by the platform, never by a tenant.",
};
