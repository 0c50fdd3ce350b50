import type { Texts } from '../../words/texts.ts';
import type { done as doneHere, words as here } from './en.ts';

type Here = Texts<typeof here>;

const people: Here['people'] = {
  notDelivered: 'Davet ulaşmadı: {{name}}',
  invite: 'Birini davet et',
  invited: 'Davet edilenler',
  isInvited: '{{email}} adresine mektup gidiyor.',
  name: 'Ad (biliyorsanız)',
  role: 'Rol',
  withheld: 'Veremeyeceğiniz roller: {{roles}}. Kimse kendi yapamadığını veremez; bir sahibe sorun.',
  send: 'Daveti gönder',
  resend: 'Yeniden gönder',
  takeBack: 'Geri al',
  EXPIRED: 'Yanıt gelmedi',
  QUEUED: 'Mektup bekliyor',
  SENT: 'Mektup gönderildi',
  FAILED: 'Mektup reddedildi',
  endSessions: 'Her yerde oturumunu kapat',
  sessionsEnded_one: '{{count}} oturum kapandı.',
  sessionsEnded_other: '{{count}} oturum kapandı.',
  remove: 'Çıkar',
  removeQuestion: '{{name}} çıkarılsın mı?',
  removeText: 'Oturumu hemen kapanır ve burada artık erişimi olmaz.',
  lastOwner: 'Birinin sahip olması gerekir. Önce başka birini sahip yapın.',
  goneTitle: 'Ekibinizden değil',
  goneText: 'Bu kişi çıkarılmış ya da adres yanlış.',
};

export const words = { people } satisfies Here;

/** What somebody did, by the name of the action in the log. */
export const done: Texts<typeof doneHere> = {
  inviteMember: 'Birini davet etti',
  resendInvitation: 'Bir daveti yeniden gönderdi',
  revokeInvitation: 'Bir daveti geri aldı',
  acceptInvitation: 'Bir daveti kabul etti',
  updateMembership: 'Birinin rolünü değiştirdi',
  removeMember: 'Birini çıkardı',
  revokeMemberSessions: 'Birinin tüm oturumlarını kapattı',
};
