/** A file with a question of each form, to begin with. */
export const EXAMPLE_FILE = `{
  "format": "shortlived-questions",
  "version": 1,
  "questions": [
    {
      "id": "week3-link-end",
      "type": "choice",
      "situation": "A role session has 40 minutes left. It signs a link for 12 hours.",
      "stem": "When does the link stop working?",
      "options": [
        { "text": "After 40 minutes", "isRight": true, "why": "The session ends first." },
        {
          "text": "After 12 hours",
          "why": "That is only what the link asks for.",
          "belief": "A link works for as long as it asks for."
        }
      ],
      "skill": "4.1.2",
      "traps": ["E1"],
      "difficulty": 1,
      "source": {
        "title": "S3 User Guide: sharing objects with presigned URLs",
        "url": "https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-presigned-url.html",
        "checkedOn": "2026-11-22"
      }
    },
    {
      "id": "week3-both-sides",
      "type": "response",
      "stem": "Which two policies must allow a user to assume a role of another account?",
      "options": [
        { "text": "The role’s trust policy", "isRight": true, "why": "It speaks for the role’s account." },
        { "text": "A policy of the user", "isRight": true, "why": "It speaks for the user’s account." },
        { "text": "A bucket policy", "why": "No bucket takes part in the call." }
      ],
      "source": { "title": "My slides, week 3" }
    },
    {
      "id": "week3-steps",
      "type": "ordering",
      "stem": "In which order does a workload get to an object through a role?",
      "steps": [
        { "text": "Call AssumeRole", "why": "Only this gives the temporary keys." },
        { "text": "Sign the request", "why": "It needs the keys of the session." },
        { "text": "Send it to S3", "why": "S3 checks the signature." }
      ],
      "others": [
        { "text": "Create an access key", "why": "A role has no keys of its own to create." }
      ],
      "source": { "title": "My slides, week 3" }
    },
    {
      "id": "week3-proofs",
      "type": "matching",
      "stem": "Which call takes which proof?",
      "pairs": [
        { "prompt": "A SAML assertion", "response": "AssumeRoleWithSAML", "why": "The call is named after it." },
        { "prompt": "An OIDC token", "response": "AssumeRoleWithWebIdentity", "why": "It is a web identity." }
      ],
      "others": [
        { "text": "GetSessionToken", "why": "It is signed with a user’s keys." }
      ],
      "source": { "title": "My slides, week 3" }
    }
  ]
}
`;
