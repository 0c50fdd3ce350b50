import type { Texts } from '../../words/texts.ts';
import { words as core } from '../../words/tr.ts';
import type { done as doneHere, words as here, scopes as scopesHere, told as toldHere } from './en.ts';

type Here = Texts<typeof here>;

const people: Here['people'] = {
  notDelivered: 'Davet ulaşmadı: {{name}}',
  invite: 'Birini davet et',
  invited: 'Davet edilenler',
  isInvited: '{{email}} adresine e-posta gönderiyoruz.',
  name: 'Ad (biliyorsanız)',
  role: 'Rol',
  about: {
    OWNER: 'Hesabı yönetir: bir işletmenin yapabileceği her şeyi yapar ve başka kimin yapabileceğine karar verir.',
    MANAGER: 'İşletmeyi günlük olarak, ekibiyle birlikte yönetir; işletme sahibi ekleyemez, API anahtarı oluşturamaz.',
    STAFF: 'Salonda çalışır: satıştakileri görür, ürünleri tükendi olarak işaretler.',
    KITCHEN: 'Mutfakta çalışır: menüyü görür, ürünleri tükendi olarak işaretler.',
    MARKETER: 'Ekranlarda ne gösterileceğine karar verir.',
    SUPPORT: 'İşletmedekilere yardım eder: çok şey görür, hiçbir şeyi değiştirmez.',
    AUDITOR: 'Denetler: görülebilecek her şeyi görür, hiçbir şeyi değiştirmez.',
    ADMIN: 'Platform için çalışır.',
  },
  withheld: 'Atayamayacağınız roller: {{roles}}. İşletme sahibine sorun.',
  send: 'Daveti gönder',
  resend: 'Yeniden gönder',
  takeBack: 'Geri al',
  EXPIRED: 'Süresi doldu',
  QUEUED: 'E-posta bekliyor',
  SENT: 'E-posta gönderildi',
  FAILED: 'E-posta reddedildi',
  endSessions: 'Her yerde oturumunu kapat',
  sessionsEnded_one: '{{count}} oturum kapandı.',
  sessionsEnded_other: '{{count}} oturum kapandı.',
  remove: 'Çıkar',
  removeQuestion: '{{name}} çıkarılsın mı?',
  removeText: 'Oturumu hemen kapanır ve buraya erişimi sona erer.',
  resetPin: 'PIN’i sıfırla',
  resetPinAt: '{{name}} için PIN’i sıfırla',
  resetPinText: '{{name}} için {{location}} şubesindeki yeni PIN bu. Hesap sayfasında başka bir PIN seçebilir.',
  lastOwner: 'En az bir işletme sahibi olmalı. Önce başka birini sahip yapın.',
  goneTitle: 'Kişi bulunamadı',
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

/** What keys may do here, and what that is about. */
export const scopes: Texts<typeof scopesHere> = {
  pii: {
    about: 'Kişisel veriler',
    read: 'Kişisel verileri tam görme',
  },
};

/** What the log says of what is here, by its type. */
export const told: Texts<typeof toldHere> = {
  noun: {
    Membership: 'Kişi',
    Invitation: 'Davet',
    User: 'Kişinin hesabı',
    UserSession: 'Oturum',
  },
  field: {
    Membership: {
      role: 'rol',
    },
    Invitation: {
      role: 'rol',
      name: 'ad',
      email: 'e-posta',
      expiresAt: 'bitiş',
    },
    User: {
      name: 'ad',
      email: 'e-posta',
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
      CREATED: '{{name}} katıldı ({{who}})',
      REMOVED: '{{who}}, {{name}} adlı kişiyi çıkardı',
      role: '{{who}}, {{name}} rolünü değiştirdi: {{before}} → {{after}}',
    },
    Invitation: {
      CREATED: '{{who}}, {{name}} adlı kişiyi davet etti',
      REMOVED: '{{who}}, {{name}} davetini geri aldı',
    },
  },
};
