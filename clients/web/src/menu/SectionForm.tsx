import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { hasMistakes, mistakesIn } from '../graph/mistakes.ts';
import type { Draft } from '../graph/use-draft.ts';
import type { Write } from '../graph/use-write.ts';
import { FormFrame } from '../look/FormFrame.tsx';
import { type Localized, localized } from '../words/text-in.ts';
import { NameFields } from './NameFields.tsx';

/** A section as it stands in a form: its name by language, and the menu that it comes to. */
export interface SectionDraft {
  name: Record<string, string>;
  menuId: string;
}

interface SectionFormProps {
  draft: Draft<SectionDraft>;
  write: Omit<Write, 'write'>;
  isReadOnly: boolean;
  /** The word on the button that saves. */
  action: string;
  onSave: (name: Localized[]) => Promise<unknown>;
  children?: ReactNode;
}

/** A section, new or not. */
export function SectionForm({ draft, write, isReadOnly, action, onSave, children }: SectionFormProps) {
  const { t } = useTranslation();
  const name = localized(draft.fields.name);
  const missing = { name: name.length === 0 && t('mistake.nameMissing') };
  return (
    <FormFrame
      draft={draft}
      write={write}
      action={action}
      isReadOnly={isReadOnly}
      onSave={async () => !hasMistakes(missing) && onSave(name)}
    >
      <NameFields
        names={draft.fields.name}
        mistake={mistakesIn(draft, write, missing)('name')}
        isReadOnly={isReadOnly}
        onChange={(changed) => draft.change({ name: changed })}
      />
      {children}
    </FormFrame>
  );
}
