export const picture = {
  title: 'Picture',
  preview: 'The picture of this item',
  file: 'Picture file',
  choose: 'Upload a picture',
  replace: 'Replace',
  remove: 'Remove picture',
  progress: 'Uploading',
  tooLarge: 'This picture is larger than 20 MB. Choose a smaller one.',
  failed: 'The upload failed. Try again.',
  address: 'Picture (web address)',
} as const;
