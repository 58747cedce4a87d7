DELETE FROM "Alerts";
DELETE FROM "AppKeyRoles";
INSERT INTO "AppKeyRoles" ("AppKeyId", "RoleId") VALUES ('appkey-1', 'role-1');
DELETE FROM "AppKeys";
INSERT INTO "AppKeys" ("Id", "Name", "Side", "Party", "SecondCall", "TokenHash", "PreviousHash", "PreviousUntil", "IssuedById", "CreatedAt", "RotatedAt", "RevokedAt", "LastUsedAt") VALUES ('appkey-1', 'ERP', 0, NULL, 10, '\x0000000000000000000000000000000000000000000000000000000000000000', NULL, NULL, 'user-1', 639080496000000000, NULL, NULL, NULL);
DELETE FROM "AspNetRoleClaims";
INSERT INTO "AspNetRoleClaims" ("Id", "RoleId", "ClaimType", "ClaimValue") VALUES (1, 'role-1', 'resource', 'CancelAction');
DELETE FROM "AspNetRoles";
INSERT INTO "AspNetRoles" ("Id", "Name", "NormalizedName", "ConcurrencyStamp") VALUES ('role-1', 'Owner', 'OWNER', '486388d5-74c9-4844-888f-0549de59628e');
DELETE FROM "AspNetUserClaims";
DELETE FROM "AspNetUserLogins";
DELETE FROM "AspNetUserRoles";
INSERT INTO "AspNetUserRoles" ("UserId", "RoleId") VALUES ('user-1', 'role-1');
DELETE FROM "AspNetUserTokens";
DELETE FROM "AspNetUsers";
INSERT INTO "AspNetUsers" ("Id", "DisplayName", "UserName", "NormalizedUserName", "Email", "NormalizedEmail", "EmailConfirmed", "PasswordHash", "SecurityStamp", "ConcurrencyStamp", "PhoneNumber", "PhoneNumberConfirmed", "TwoFactorEnabled", "LockoutEnd", "LockoutEnabled", "AccessFailedCount") VALUES ('user-1', 'Ana', 'ana@example.com', 'ANA@EXAMPLE.COM', 'ana@example.com', NULL, FALSE, NULL, '657c0d9a-ea55-4327-ab04-cd5a74ed2cd8', '3bba50ee-805b-4cca-8468-d9ec33466352', NULL, FALSE, FALSE, NULL, FALSE, 0);
DELETE FROM "CancelPosts";
DELETE FROM "CancellationReasonLabels";
INSERT INTO "CancellationReasonLabels" ("Id", "ReasonId", "En", "Es", "Pt") VALUES (1, 1, 'Customer changed their mind', 'El cliente cambió de idea', 'O cliente mudou de ideia');
INSERT INTO "CancellationReasonLabels" ("Id", "ReasonId", "En", "Es", "Pt") VALUES (2, 2, 'Out of stock', 'Sin existencias', 'Sem estoque');
INSERT INTO "CancellationReasonLabels" ("Id", "ReasonId", "En", "Es", "Pt") VALUES (3, 3, 'Address cannot be delivered to', 'Dirección de entrega no válida', 'Endereço não atendido');
INSERT INTO "CancellationReasonLabels" ("Id", "ReasonId", "En", "Es", "Pt") VALUES (4, 4, 'Delivery would take too long', 'La entrega tardaría demasiado', 'A entrega demoraria demais');
INSERT INTO "CancellationReasonLabels" ("Id", "ReasonId", "En", "Es", "Pt") VALUES (5, 5, 'Customer wants another product', 'El cliente quiere otro producto', 'O cliente quer outro produto');
INSERT INTO "CancellationReasonLabels" ("Id", "ReasonId", "En", "Es", "Pt") VALUES (6, 6, 'Wrong price or promotion', 'Error de precio o de promoción', 'Erro de preço ou de promoção');
INSERT INTO "CancellationReasonLabels" ("Id", "ReasonId", "En", "Es", "Pt") VALUES (7, 7, 'Payment problem', 'Problema con el pago', 'Problema com o pagamento');
INSERT INTO "CancellationReasonLabels" ("Id", "ReasonId", "En", "Es", "Pt") VALUES (8, 8, 'Suspected fraud', 'Sospecha de fraude', 'Suspeita de fraude');
INSERT INTO "CancellationReasonLabels" ("Id", "ReasonId", "En", "Es", "Pt") VALUES (9, 9, 'Duplicate order', 'Pedido duplicado', 'Pedido em duplicidade');
INSERT INTO "CancellationReasonLabels" ("Id", "ReasonId", "En", "Es", "Pt") VALUES (10, 10, 'I changed my mind', 'Cambié de idea', 'Mudei de ideia');
INSERT INTO "CancellationReasonLabels" ("Id", "ReasonId", "En", "Es", "Pt") VALUES (11, 11, 'I ordered by mistake', 'Hice el pedido por error', 'Fiz o pedido por engano');
INSERT INTO "CancellationReasonLabels" ("Id", "ReasonId", "En", "Es", "Pt") VALUES (12, 12, 'I want another product, size or color', 'Quiero otro producto, talla o color', 'Quero outro produto, tamanho ou cor');
INSERT INTO "CancellationReasonLabels" ("Id", "ReasonId", "En", "Es", "Pt") VALUES (13, 13, 'Delivery takes too long', 'La entrega tarda demasiado', 'A entrega demora demais');
INSERT INTO "CancellationReasonLabels" ("Id", "ReasonId", "En", "Es", "Pt") VALUES (14, 14, 'The delivery address is wrong', 'La dirección de entrega está mal', 'O endereço de entrega está errado');
DELETE FROM "CancellationReasons";
INSERT INTO "CancellationReasons" ("Id", "Code", "LabelId", "Rank", "IsActive", "MarketplaceCode", "ChosenBy") VALUES (1, 'customer-request', 1, 1, TRUE, 'BUYER_CANCELLED', 1);
INSERT INTO "CancellationReasons" ("Id", "Code", "LabelId", "Rank", "IsActive", "MarketplaceCode", "ChosenBy") VALUES (2, 'no-inventory', 2, 2, TRUE, 'NO_INVENTORY', 1);
INSERT INTO "CancellationReasons" ("Id", "Code", "LabelId", "Rank", "IsActive", "MarketplaceCode", "ChosenBy") VALUES (3, 'undeliverable-address', 3, 3, TRUE, 'SHIPPING_ADDRESS_UNDELIVERABLE', 1);
INSERT INTO "CancellationReasons" ("Id", "Code", "LabelId", "Rank", "IsActive", "MarketplaceCode", "ChosenBy") VALUES (4, 'delivery-too-late', 4, 4, TRUE, NULL, 1);
INSERT INTO "CancellationReasons" ("Id", "Code", "LabelId", "Rank", "IsActive", "MarketplaceCode", "ChosenBy") VALUES (5, 'exchange', 5, 5, TRUE, 'CUSTOMER_EXCHANGE', 1);
INSERT INTO "CancellationReasons" ("Id", "Code", "LabelId", "Rank", "IsActive", "MarketplaceCode", "ChosenBy") VALUES (6, 'pricing-error', 6, 6, TRUE, 'PRICING_ERROR', 1);
INSERT INTO "CancellationReasons" ("Id", "Code", "LabelId", "Rank", "IsActive", "MarketplaceCode", "ChosenBy") VALUES (7, 'payment-problem', 7, 7, TRUE, NULL, 1);
INSERT INTO "CancellationReasons" ("Id", "Code", "LabelId", "Rank", "IsActive", "MarketplaceCode", "ChosenBy") VALUES (8, 'suspected-fraud', 8, 8, TRUE, NULL, 1);
INSERT INTO "CancellationReasons" ("Id", "Code", "LabelId", "Rank", "IsActive", "MarketplaceCode", "ChosenBy") VALUES (9, 'duplicate-order', 9, 9, TRUE, NULL, 1);
INSERT INTO "CancellationReasons" ("Id", "Code", "LabelId", "Rank", "IsActive", "MarketplaceCode", "ChosenBy") VALUES (10, 'customer-changed-mind', 10, 10, TRUE, 'BUYER_CANCELLED', 2);
INSERT INTO "CancellationReasons" ("Id", "Code", "LabelId", "Rank", "IsActive", "MarketplaceCode", "ChosenBy") VALUES (11, 'customer-mistake', 11, 11, TRUE, 'BUYER_CANCELLED', 2);
INSERT INTO "CancellationReasons" ("Id", "Code", "LabelId", "Rank", "IsActive", "MarketplaceCode", "ChosenBy") VALUES (12, 'customer-wrong-item', 12, 12, TRUE, 'CUSTOMER_EXCHANGE', 2);
INSERT INTO "CancellationReasons" ("Id", "Code", "LabelId", "Rank", "IsActive", "MarketplaceCode", "ChosenBy") VALUES (13, 'customer-too-late', 13, 13, TRUE, 'BUYER_CANCELLED', 2);
INSERT INTO "CancellationReasons" ("Id", "Code", "LabelId", "Rank", "IsActive", "MarketplaceCode", "ChosenBy") VALUES (14, 'customer-wrong-address', 14, 14, TRUE, 'SHIPPING_ADDRESS_UNDELIVERABLE', 2);
DELETE FROM "CancellationRequests";
INSERT INTO "CancellationRequests" ("RequestId", "OrderKey", "RequestedBy", "EnteredBySide", "EnteredBy", "EnteredByName", "EnteredByIssuer", "ReasonLabelId", "RequestedAt", "DueAt", "State", "ClosedAt", "ClosedByName", "Receipt", "ClosedByHistoryId") VALUES ('22222222222222222222222222222222', 2, 3, 0, 'user:ana', 'Ana', NULL, NULL, 639080496000000000, 639106416000000000, 0, NULL, NULL, '019cae6b660076d5b9becf7e5bb2821b', NULL);
DELETE FROM "CookieKeys";
DELETE FROM "CustomerLinkKeys";
INSERT INTO "CustomerLinkKeys" ("Number", "Secret", "CreatedAt", "GoodUntil") VALUES (1, '\x0000000000000000000000000000000000000000000000000000000000000000', 639080496000000000, NULL);
DELETE FROM "Deliveries";
INSERT INTO "Deliveries" ("Id", "OrderKey", "HistoryId", "Consumer", "State", "Attempts", "NextAttemptAt", "LastAnswer", "AttemptsBefore", "ClaimedUntil") VALUES (1, 1, '019cae6b66007c60af3a2a23c96654fd', 'mail-store', 0, 0, 639080496000000000, NULL, 0, NULL);
INSERT INTO "Deliveries" ("Id", "OrderKey", "HistoryId", "Consumer", "State", "Attempts", "NextAttemptAt", "LastAnswer", "AttemptsBefore", "ClaimedUntil") VALUES (2, 1, '019cae6b66007c60af3a2a23c96654fd', 'mail-customer', 0, 0, 639080496000000000, NULL, 0, NULL);
INSERT INTO "Deliveries" ("Id", "OrderKey", "HistoryId", "Consumer", "State", "Attempts", "NextAttemptAt", "LastAnswer", "AttemptsBefore", "ClaimedUntil") VALUES (3, 1, '019cae6b66007955a51073b4014b4eb0', 'payment', 0, 0, 639080496000000000, NULL, 0, NULL);
INSERT INTO "Deliveries" ("Id", "OrderKey", "HistoryId", "Consumer", "State", "Attempts", "NextAttemptAt", "LastAnswer", "AttemptsBefore", "ClaimedUntil") VALUES (4, 2, '019cae6b660076d5b9becf7e5bb2821b', 'mail-store', 0, 0, 639080496000000000, NULL, 0, NULL);
INSERT INTO "Deliveries" ("Id", "OrderKey", "HistoryId", "Consumer", "State", "Attempts", "NextAttemptAt", "LastAnswer", "AttemptsBefore", "ClaimedUntil") VALUES (5, 2, '019cae6b660076d5b9becf7e5bb2821b', 'mail-customer', 0, 0, 639080496000000000, NULL, 0, NULL);
INSERT INTO "Deliveries" ("Id", "OrderKey", "HistoryId", "Consumer", "State", "Attempts", "NextAttemptAt", "LastAnswer", "AttemptsBefore", "ClaimedUntil") VALUES (6, 3, '019cae6b6600714a8967ed3a68f091d9', 'payment', 0, 0, 639080496000000000, NULL, 0, NULL);
INSERT INTO "Deliveries" ("Id", "OrderKey", "HistoryId", "Consumer", "State", "Attempts", "NextAttemptAt", "LastAnswer", "AttemptsBefore", "ClaimedUntil") VALUES (7, 4, '019cae6b66007b10b62cc30cef3262db', 'payment', 0, 0, 639080496000000000, NULL, 0, NULL);
DELETE FROM "History";
INSERT INTO "History" ("Position", "HistoryId", "OrderKey", "Number", "At", "Kind", "KindVersion", "Status", "ActorSide", "ActorId", "ActorName", "Payload", "TextHashes", "Hash") VALUES (1, '019cae6b66007d45a4576647da4ce897', 1, 1, 639080496000000000, 'order-imported', 1, 'window-to-cancel', 5, 'import', 'Import', '{"hash":"56bcee561af78d661c702d033f281eaf9ea8dc81abf187782653e3da6be36662","to":"window-to-cancel"}', '', '\x320b154695aa76fd33383d1f04c45baf30e6c8a6b7ae87c4a6a3c9313ca5df6f');
INSERT INTO "History" ("Position", "HistoryId", "OrderKey", "Number", "At", "Kind", "KindVersion", "Status", "ActorSide", "ActorId", "ActorName", "Payload", "TextHashes", "Hash") VALUES (2, '019cae6b6600773585998099d4c38e6a', 2, 1, 639080496000000000, 'order-imported', 1, 'ready-for-handling', 5, 'import', 'Import', '{"hash":"8f0957fb80d85ca5db76a907ab836d22860f65dc11379331934835beb09b4b1b","to":"ready-for-handling"}', '', '\x84740baab7ff738bb105a5d68b832b956d8c25a6ebd3594fb4351d19911b28ae');
INSERT INTO "History" ("Position", "HistoryId", "OrderKey", "Number", "At", "Kind", "KindVersion", "Status", "ActorSide", "ActorId", "ActorName", "Payload", "TextHashes", "Hash") VALUES (3, '019cae6b66007dd6b337dc476f115d4b', 3, 1, 639080496000000000, 'order-imported', 1, 'handling', 5, 'import', 'Import', '{"hash":"acc126a3d5f4b28070197c00ae771a5fd0661d71ad3d4d00b2e9549d5ab6dc60","to":"handling"}', '', '\xc9005a75280f17232160cfc445cbac2ed5d39d670a5c76d4b9b1d78b747378c1');
INSERT INTO "History" ("Position", "HistoryId", "OrderKey", "Number", "At", "Kind", "KindVersion", "Status", "ActorSide", "ActorId", "ActorName", "Payload", "TextHashes", "Hash") VALUES (4, '019cae6b66007649876e8fdaad68bd81', 4, 1, 639080496000000000, 'order-imported', 1, 'invoiced', 5, 'import', 'Import', '{"hash":"aa082c0e434bb189e09590ab01c3a28725d85aa87127c7dd2f0351ff1cb15132","to":"invoiced"}', '', '\x5e8a252e85ca1bf27dde2ac405b5b0dec1d53359827f7e024db930450ef2139a');
INSERT INTO "History" ("Position", "HistoryId", "OrderKey", "Number", "At", "Kind", "KindVersion", "Status", "ActorSide", "ActorId", "ActorName", "Payload", "TextHashes", "Hash") VALUES (5, '019cae6b66007af0af6fe6a5a1c4e6a9', 5, 1, 639080496000000000, 'order-imported', 1, 'canceled', 5, 'import', 'Import', '{"hash":"515547ecbf0b18c9a5288b1198c0e83aa0eaa2fac138a225150ca1472aa5bff7","to":"canceled"}', '', '\xaacc9e657c538ea34c4abd87b52481a538bb3e44f5728dc1bee8cf8c1eaa35ea');
INSERT INTO "History" ("Position", "HistoryId", "OrderKey", "Number", "At", "Kind", "KindVersion", "Status", "ActorSide", "ActorId", "ActorName", "Payload", "TextHashes", "Hash") VALUES (6, '019cae6b66007c60af3a2a23c96654fd', 1, 2, 639080496000000000, 'order-canceled', 1, 'canceled', 0, 'user:ana', 'Ana', '{"cause":"Direct","requestedBy":"Store","to":"canceled"}', 'reason=d597c6e69983b1828effe3c94763fdc6275d5f72fbb64c1ddfa2869eda884ce4', '\x406f559dee22a7e73610b7ad4da4790cab92b3858989a87ecbe09426bbe40dbb');
INSERT INTO "History" ("Position", "HistoryId", "OrderKey", "Number", "At", "Kind", "KindVersion", "Status", "ActorSide", "ActorId", "ActorName", "Payload", "TextHashes", "Hash") VALUES (7, '019cae6b66007905a3bff93eabc25e4c', 1, 3, 639080496000000000, 'stock-released', 1, 'canceled', 0, 'user:ana', 'Ana', '{"units":[{"reservationId":"r-north","warehouseId":"north","skuId":"sku-1","quantity":3,"wasAcknowledged":false,"destination":"OnSale"},{"reservationId":"r-south","warehouseId":"south","skuId":"sku-2","quantity":2,"wasAcknowledged":false,"destination":"OnSale"}]}', '', '\xb5916357938dd00d69dde16fe769402325f10e66783caab5677de2bf52e16f9c');
INSERT INTO "History" ("Position", "HistoryId", "OrderKey", "Number", "At", "Kind", "KindVersion", "Status", "ActorSide", "ActorId", "ActorName", "Payload", "TextHashes", "Hash") VALUES (8, '019cae6b66007955a51073b4014b4eb0', 1, 4, 639080496000000000, 'money-owed', 1, 'canceled', 0, 'user:ana', 'Ana', '{"paymentId":"card","kind":"Refund","amount":10000}', '', '\xd33b9fcbfdd6d43d2b6afe64c0e943a4bb6b25e7894c3c796680da00a4a07d09');
INSERT INTO "History" ("Position", "HistoryId", "OrderKey", "Number", "At", "Kind", "KindVersion", "Status", "ActorSide", "ActorId", "ActorName", "Payload", "TextHashes", "Hash") VALUES (9, '019cae6b66007a69b790cd12b2fa1d70', 1, 5, 639080496000000000, 'comment-added', 1, 'canceled', 0, 'user:ana', 'Ana', '{}', 'comment=bfc1922c1fa2b7c2d060cb798d50b407417657b9ea8f30d0594ba17c1a883162', '\xaa16abbe0e564b550226dde2a89d4bcaa050b431cca8c17a6b467a1b1cb9aa79');
INSERT INTO "History" ("Position", "HistoryId", "OrderKey", "Number", "At", "Kind", "KindVersion", "Status", "ActorSide", "ActorId", "ActorName", "Payload", "TextHashes", "Hash") VALUES (10, '019cae6b660076d5b9becf7e5bb2821b', 2, 2, 639080496000000000, 'cancellation-requested', 2, 'cancellation-requested', 0, 'user:ana', 'Ana', '{"requestId":"22222222222222222222222222222222","requestedBy":"Customer","dueAt":"2026-04-01T12:00:00+00:00","tellsCustomer":true,"to":"cancellation-requested"}', 'reason=68c87db7368e661403446ba964f45091aa217e0501d7f19ca2730c4c5eb8a2f9', '\x80f0f7443c6ef7cbb30da3cab7f2ccc949486c60ef69d947d87934a40e06f33e');
INSERT INTO "History" ("Position", "HistoryId", "OrderKey", "Number", "At", "Kind", "KindVersion", "Status", "ActorSide", "ActorId", "ActorName", "Payload", "TextHashes", "Hash") VALUES (11, '019cae6b660077f49c7ce652a050cde0', 3, 2, 639080496000000000, 'invoice-recorded', 1, 'handling', 0, 'user:ana', 'Ana', '{"data":{"number":"I-1","value":2000,"issuedAt":"2026-03-02T12:00:00+00:00","items":[{"itemIndex":0,"quantity":1}]},"to":"handling"}', '', '\x7fd6234b4cbd6e61c92d76f07a91c83a0b5c7e0a6aebd9359252caa377801ab5');
INSERT INTO "History" ("Position", "HistoryId", "OrderKey", "Number", "At", "Kind", "KindVersion", "Status", "ActorSide", "ActorId", "ActorName", "Payload", "TextHashes", "Hash") VALUES (12, '019cae6b66007a87bc0a3c8f26873bb2', 3, 3, 639080496000000000, 'items-changed', 1, 'handling', 0, 'user:ana', 'Ana', '{"removed":[{"itemIndex":1,"quantity":1}],"value":8000}', 'reason=28ac969bae2e86f02f9d0a84a8b2c2676f5aee47dd01e14c66d4761d0bc81b2c', '\x5abd48f067e7bf75f5ddbd0d394ad21a1ebc24c96260b90652c1ca01cb2a924b');
INSERT INTO "History" ("Position", "HistoryId", "OrderKey", "Number", "At", "Kind", "KindVersion", "Status", "ActorSide", "ActorId", "ActorName", "Payload", "TextHashes", "Hash") VALUES (13, '019cae6b66007be1be81ae8694659f09', 3, 4, 639080496000000000, 'stock-released', 1, 'handling', 0, 'user:ana', 'Ana', '{"units":[{"reservationId":"r-south","warehouseId":"south","skuId":"sku-2","quantity":1,"wasAcknowledged":true,"destination":"OnSale"}]}', '', '\xc656d66cbb3486a4e42bca10de7ae6ef628e428afbe7e49792855462cd98428c');
INSERT INTO "History" ("Position", "HistoryId", "OrderKey", "Number", "At", "Kind", "KindVersion", "Status", "ActorSide", "ActorId", "ActorName", "Payload", "TextHashes", "Hash") VALUES (14, '019cae6b6600714a8967ed3a68f091d9', 3, 5, 639080496000000000, 'money-owed', 1, 'handling', 0, 'user:ana', 'Ana', '{"paymentId":"card","kind":"Refund","amount":2000}', '', '\xa0491ab04f9893f7e4bf6dab95f37934293d44058b02eb24d5666d954b8b625f');
INSERT INTO "History" ("Position", "HistoryId", "OrderKey", "Number", "At", "Kind", "KindVersion", "Status", "ActorSide", "ActorId", "ActorName", "Payload", "TextHashes", "Hash") VALUES (15, '019cae6b660071e689f0a62aa3d99491', 4, 2, 639080496000000000, 'return-invoice-recorded', 1, 'invoiced', 0, 'user:ana', 'Ana', '{"data":{"number":"R-1","value":10000,"issuedAt":"2026-03-02T12:00:00+00:00","items":[{"itemIndex":0,"quantity":3},{"itemIndex":1,"quantity":2}]}}', 'reason=1a6f75d2df43bd2819070353218b2a7a13fbd45e2b4469525551e257fc6dca66', '\xe6ae25395ed09ca9ec78f9f2ee1d5fb8b1f67e3fb9408188437f4c8785e766ae');
INSERT INTO "History" ("Position", "HistoryId", "OrderKey", "Number", "At", "Kind", "KindVersion", "Status", "ActorSide", "ActorId", "ActorName", "Payload", "TextHashes", "Hash") VALUES (16, '019cae6b66007b10b62cc30cef3262db', 4, 3, 639080496000000000, 'money-owed', 1, 'invoiced', 0, 'user:ana', 'Ana', '{"paymentId":"card","kind":"Refund","amount":10000}', '', '\xc1e8763d2fdd139a4aecd4997178455c1df4a611953cb4a232f3febf84f9e6bb');
DELETE FROM "HistoryTexts";
INSERT INTO "HistoryTexts" ("HistoryId", "Name", "OrderKey", "Salt", "Value") VALUES ('019cae6b660071e689f0a62aa3d99491', 'reason', 4, '\x767a054a32c18bbbbfb1405176bf403d', 'came back');
INSERT INTO "HistoryTexts" ("HistoryId", "Name", "OrderKey", "Salt", "Value") VALUES ('019cae6b660076d5b9becf7e5bb2821b', 'reason', 2, '\x05b8b30e9a18a41a30b091bc99166bcf', 'changed my mind');
INSERT INTO "HistoryTexts" ("HistoryId", "Name", "OrderKey", "Salt", "Value") VALUES ('019cae6b66007a69b790cd12b2fa1d70', 'comment', 1, '\x24f7ae609027b7a674250e6a7638f934', 'a comment');
INSERT INTO "HistoryTexts" ("HistoryId", "Name", "OrderKey", "Salt", "Value") VALUES ('019cae6b66007a87bc0a3c8f26873bb2', 'reason', 3, '\x2fe8c02737607002a1e04d0f28bed99a', 'not there');
INSERT INTO "HistoryTexts" ("HistoryId", "Name", "OrderKey", "Salt", "Value") VALUES ('019cae6b66007c60af3a2a23c96654fd', 'reason', 1, '\xf7676ad324f11da2024b0ba42e8894c4', 'sold out');
DELETE FROM "InvoiceItems";
INSERT INTO "InvoiceItems" ("InvoiceId", "ItemIndex", "Quantity") VALUES (2, 0, 1);
INSERT INTO "InvoiceItems" ("InvoiceId", "ItemIndex", "Quantity") VALUES (3, 0, 3);
INSERT INTO "InvoiceItems" ("InvoiceId", "ItemIndex", "Quantity") VALUES (3, 1, 2);
DELETE FROM "Invoices";
INSERT INTO "Invoices" ("Id", "OrderKey", "Type", "Number", "Value", "IssuedAt", "Url", "AccessKey", "Courier", "TrackingNumber", "TrackingUrl", "DeliveredDate", "DispatchedDate", "IsDelivered", "Posted", "Steps") VALUES (1, 4, 0, 'F-1', 10000, 639080460000000000, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO "Invoices" ("Id", "OrderKey", "Type", "Number", "Value", "IssuedAt", "Url", "AccessKey", "Courier", "TrackingNumber", "TrackingUrl", "DeliveredDate", "DispatchedDate", "IsDelivered", "Posted", "Steps") VALUES (2, 3, 0, 'I-1', 2000, 639080496000000000, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO "Invoices" ("Id", "OrderKey", "Type", "Number", "Value", "IssuedAt", "Url", "AccessKey", "Courier", "TrackingNumber", "TrackingUrl", "DeliveredDate", "DispatchedDate", "IsDelivered", "Posted", "Steps") VALUES (3, 4, 1, 'R-1', 10000, 639080496000000000, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
DELETE FROM "KeptAnswers";
DELETE FROM "OrderDocuments";
INSERT INTO "OrderDocuments" ("OrderKey", "Content") VALUES (1, '\x030c807b226f726465724964223a2263616e63656c65642d3031227d03');
INSERT INTO "OrderDocuments" ("OrderKey", "Content") VALUES (2, '\x831b807b226f726465724964223a227265717565737465642d3031222c226974656d73223a5b7b226964223a22736b752d6c6973746564227d5d7d03');
INSERT INTO "OrderDocuments" ("OrderKey", "Content") VALUES (3, '\x030b807b226f726465724964223a22706172746c792d3031227d03');
INSERT INTO "OrderDocuments" ("OrderKey", "Content") VALUES (4, '\x030c807b226f726465724964223a2272657475726e65642d3031227d03');
INSERT INTO "OrderDocuments" ("OrderKey", "Content") VALUES (5, '\x030f807b226f726465724964223a2263616e63656c65642d74686572652d3031227d03');
DELETE FROM "OrderItems";
INSERT INTO "OrderItems" ("OrderKey", "ItemIndex", "SkuId", "Name", "Quantity", "InvoicedQuantity", "RemovedQuantity", "ReturnedQuantity", "UnitPrice") VALUES (1, 0, 'sku-1', 'Shirt', 3, 0, 0, 0, 2000);
INSERT INTO "OrderItems" ("OrderKey", "ItemIndex", "SkuId", "Name", "Quantity", "InvoicedQuantity", "RemovedQuantity", "ReturnedQuantity", "UnitPrice") VALUES (1, 1, 'sku-2', 'Shoes', 2, 0, 0, 0, 2000);
INSERT INTO "OrderItems" ("OrderKey", "ItemIndex", "SkuId", "Name", "Quantity", "InvoicedQuantity", "RemovedQuantity", "ReturnedQuantity", "UnitPrice") VALUES (2, 0, 'sku-1', 'Shirt', 3, 0, 0, 0, 2000);
INSERT INTO "OrderItems" ("OrderKey", "ItemIndex", "SkuId", "Name", "Quantity", "InvoicedQuantity", "RemovedQuantity", "ReturnedQuantity", "UnitPrice") VALUES (2, 1, 'sku-2', 'Shoes', 2, 0, 0, 0, 2000);
INSERT INTO "OrderItems" ("OrderKey", "ItemIndex", "SkuId", "Name", "Quantity", "InvoicedQuantity", "RemovedQuantity", "ReturnedQuantity", "UnitPrice") VALUES (3, 0, 'sku-1', 'Shirt', 3, 1, 0, 0, 2000);
INSERT INTO "OrderItems" ("OrderKey", "ItemIndex", "SkuId", "Name", "Quantity", "InvoicedQuantity", "RemovedQuantity", "ReturnedQuantity", "UnitPrice") VALUES (3, 1, 'sku-2', 'Shoes', 2, 0, 1, 0, 2000);
INSERT INTO "OrderItems" ("OrderKey", "ItemIndex", "SkuId", "Name", "Quantity", "InvoicedQuantity", "RemovedQuantity", "ReturnedQuantity", "UnitPrice") VALUES (4, 0, 'sku-1', 'Shirt', 3, 3, 0, 3, 2000);
INSERT INTO "OrderItems" ("OrderKey", "ItemIndex", "SkuId", "Name", "Quantity", "InvoicedQuantity", "RemovedQuantity", "ReturnedQuantity", "UnitPrice") VALUES (4, 1, 'sku-2', 'Shoes', 2, 2, 0, 2, 2000);
INSERT INTO "OrderItems" ("OrderKey", "ItemIndex", "SkuId", "Name", "Quantity", "InvoicedQuantity", "RemovedQuantity", "ReturnedQuantity", "UnitPrice") VALUES (5, 0, 'sku-1', 'Shirt', 3, 0, 0, 0, 2000);
INSERT INTO "OrderItems" ("OrderKey", "ItemIndex", "SkuId", "Name", "Quantity", "InvoicedQuantity", "RemovedQuantity", "ReturnedQuantity", "UnitPrice") VALUES (5, 1, 'sku-2', 'Shoes', 2, 0, 0, 0, 2000);
DELETE FROM "OrderSearch";
INSERT INTO "OrderSearch" ("OrderKey", "Text") VALUES (1, 'canceled-01
5cancel
jose da silva
jose@example.com
12345678900
');
INSERT INTO "OrderSearch" ("OrderKey", "Text") VALUES (2, 'requested-01
5reques
jose da silva
jose@example.com
12345678900
');
INSERT INTO "OrderSearch" ("OrderKey", "Text") VALUES (3, 'partly-01
5partly
jose da silva
jose@example.com
12345678900
');
INSERT INTO "OrderSearch" ("OrderKey", "Text") VALUES (4, 'returned-01
5return
jose da silva
jose@example.com
12345678900
');
INSERT INTO "OrderSearch" ("OrderKey", "Text") VALUES (5, 'canceled-there-01
5cancel
jose da silva
jose@example.com
12345678900
');
DELETE FROM "OrderTerms";
INSERT INTO "OrderTerms" ("Kind", "Value", "CreatedAt", "OrderKey") VALUES (1, 'sku-listed', 639080460000000000, 2);
DELETE FROM "Orders";
INSERT INTO "Orders" ("Key", "OrderId", "Sequence", "OrderGroup", "SellerOrderId", "MarketplaceOrderId", "Origin", "AffiliateId", "SalesChannel", "SellerId", "SellerName", "Status", "StatusBefore", "Value", "Currency", "CreatedAt", "LastChangeAt", "AuthorizedAt", "InvoicedAt", "CustomerName", "CustomerEmail", "CustomerDocument", "ProductCount", "PaymentNames", "IsMarketplaceOrder", "IsExternalSeller", "IsMovedHere", "IsPaymentRecorded", "OutputInvoices", "InvoicedValue", "InputInvoices", "ReturnedValue", "StatusDueAt", "RequestDueAt", "OpenRequests", "CustomerDeclinedAt", "CanceledFor", "CanceledBy", "CanceledById", "CanceledAt", "CancelRequestId", "CancelReasonLabelId", "CancelReceipt", "DocumentHash", "Version", "Position", "HistoryCount", "LastHash", "EstimatedFrom", "EstimatedTo", "GiftListId", "GiftListType", "IsInStore", "OperatorName", "Units", "AssigneeId", "AssigneeName") VALUES (1, 'canceled-01', '5cancel', '', '', '', 'Marketplace', '', '1', '1', 'Loja 1', 'canceled', NULL, 10000, 'BRL', 639080460000000000, 639080496000000000, NULL, NULL, 'José da Silva', 'jose@example.com', '12345678900', 2, 'Visa', FALSE, FALSE, TRUE, TRUE, 0, 0, 0, 0, NULL, NULL, 0, NULL, 0, 'Ana', 'user:ana', 639080496000000000, NULL, NULL, '019cae6b66007c60af3a2a23c96654fd', '\x56bcee561af78d661c702d033f281eaf9ea8dc81abf187782653e3da6be36662', 4, 9, 5, '\xaa16abbe0e564b550226dde2a89d4bcaa050b431cca8c17a6b467a1b1cb9aa79', NULL, NULL, '', '', FALSE, '', 5, NULL, NULL);
INSERT INTO "Orders" ("Key", "OrderId", "Sequence", "OrderGroup", "SellerOrderId", "MarketplaceOrderId", "Origin", "AffiliateId", "SalesChannel", "SellerId", "SellerName", "Status", "StatusBefore", "Value", "Currency", "CreatedAt", "LastChangeAt", "AuthorizedAt", "InvoicedAt", "CustomerName", "CustomerEmail", "CustomerDocument", "ProductCount", "PaymentNames", "IsMarketplaceOrder", "IsExternalSeller", "IsMovedHere", "IsPaymentRecorded", "OutputInvoices", "InvoicedValue", "InputInvoices", "ReturnedValue", "StatusDueAt", "RequestDueAt", "OpenRequests", "CustomerDeclinedAt", "CanceledFor", "CanceledBy", "CanceledById", "CanceledAt", "CancelRequestId", "CancelReasonLabelId", "CancelReceipt", "DocumentHash", "Version", "Position", "HistoryCount", "LastHash", "EstimatedFrom", "EstimatedTo", "GiftListId", "GiftListType", "IsInStore", "OperatorName", "Units", "AssigneeId", "AssigneeName") VALUES (2, 'requested-01', '5reques', '', '', '', 'Marketplace', '', '1', '1', 'Loja 1', 'cancellation-requested', 'ready-for-handling', 10000, 'BRL', 639080460000000000, 639080496000000000, NULL, NULL, 'José da Silva', 'jose@example.com', '12345678900', 2, 'Visa', FALSE, FALSE, TRUE, TRUE, 0, 0, 0, 0, NULL, 639106416000000000, 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '\x8f0957fb80d85ca5db76a907ab836d22860f65dc11379331934835beb09b4b1b', 2, 10, 2, '\x80f0f7443c6ef7cbb30da3cab7f2ccc949486c60ef69d947d87934a40e06f33e', NULL, NULL, '', '', FALSE, '', 5, NULL, NULL);
INSERT INTO "Orders" ("Key", "OrderId", "Sequence", "OrderGroup", "SellerOrderId", "MarketplaceOrderId", "Origin", "AffiliateId", "SalesChannel", "SellerId", "SellerName", "Status", "StatusBefore", "Value", "Currency", "CreatedAt", "LastChangeAt", "AuthorizedAt", "InvoicedAt", "CustomerName", "CustomerEmail", "CustomerDocument", "ProductCount", "PaymentNames", "IsMarketplaceOrder", "IsExternalSeller", "IsMovedHere", "IsPaymentRecorded", "OutputInvoices", "InvoicedValue", "InputInvoices", "ReturnedValue", "StatusDueAt", "RequestDueAt", "OpenRequests", "CustomerDeclinedAt", "CanceledFor", "CanceledBy", "CanceledById", "CanceledAt", "CancelRequestId", "CancelReasonLabelId", "CancelReceipt", "DocumentHash", "Version", "Position", "HistoryCount", "LastHash", "EstimatedFrom", "EstimatedTo", "GiftListId", "GiftListType", "IsInStore", "OperatorName", "Units", "AssigneeId", "AssigneeName") VALUES (3, 'partly-01', '5partly', '', '', '', 'Marketplace', '', '1', '1', 'Loja 1', 'handling', NULL, 8000, 'BRL', 639080460000000000, 639080496000000000, NULL, NULL, 'José da Silva', 'jose@example.com', '12345678900', 2, 'Visa', FALSE, FALSE, FALSE, TRUE, 1, 2000, 0, 0, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '\xacc126a3d5f4b28070197c00ae771a5fd0661d71ad3d4d00b2e9549d5ab6dc60', 5, 14, 5, '\xa0491ab04f9893f7e4bf6dab95f37934293d44058b02eb24d5666d954b8b625f', NULL, NULL, '', '', FALSE, '', 4, NULL, NULL);
INSERT INTO "Orders" ("Key", "OrderId", "Sequence", "OrderGroup", "SellerOrderId", "MarketplaceOrderId", "Origin", "AffiliateId", "SalesChannel", "SellerId", "SellerName", "Status", "StatusBefore", "Value", "Currency", "CreatedAt", "LastChangeAt", "AuthorizedAt", "InvoicedAt", "CustomerName", "CustomerEmail", "CustomerDocument", "ProductCount", "PaymentNames", "IsMarketplaceOrder", "IsExternalSeller", "IsMovedHere", "IsPaymentRecorded", "OutputInvoices", "InvoicedValue", "InputInvoices", "ReturnedValue", "StatusDueAt", "RequestDueAt", "OpenRequests", "CustomerDeclinedAt", "CanceledFor", "CanceledBy", "CanceledById", "CanceledAt", "CancelRequestId", "CancelReasonLabelId", "CancelReceipt", "DocumentHash", "Version", "Position", "HistoryCount", "LastHash", "EstimatedFrom", "EstimatedTo", "GiftListId", "GiftListType", "IsInStore", "OperatorName", "Units", "AssigneeId", "AssigneeName") VALUES (4, 'returned-01', '5return', '', '', '', 'Marketplace', '', '1', '1', 'Loja 1', 'invoiced', NULL, 10000, 'BRL', 639080460000000000, 639080496000000000, NULL, 639080496000000000, 'José da Silva', 'jose@example.com', '12345678900', 2, 'Visa', FALSE, FALSE, FALSE, TRUE, 1, 10000, 1, 10000, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '\xaa082c0e434bb189e09590ab01c3a28725d85aa87127c7dd2f0351ff1cb15132', 3, 16, 3, '\xc1e8763d2fdd139a4aecd4997178455c1df4a611953cb4a232f3febf84f9e6bb', NULL, NULL, '', '', FALSE, '', 5, NULL, NULL);
INSERT INTO "Orders" ("Key", "OrderId", "Sequence", "OrderGroup", "SellerOrderId", "MarketplaceOrderId", "Origin", "AffiliateId", "SalesChannel", "SellerId", "SellerName", "Status", "StatusBefore", "Value", "Currency", "CreatedAt", "LastChangeAt", "AuthorizedAt", "InvoicedAt", "CustomerName", "CustomerEmail", "CustomerDocument", "ProductCount", "PaymentNames", "IsMarketplaceOrder", "IsExternalSeller", "IsMovedHere", "IsPaymentRecorded", "OutputInvoices", "InvoicedValue", "InputInvoices", "ReturnedValue", "StatusDueAt", "RequestDueAt", "OpenRequests", "CustomerDeclinedAt", "CanceledFor", "CanceledBy", "CanceledById", "CanceledAt", "CancelRequestId", "CancelReasonLabelId", "CancelReceipt", "DocumentHash", "Version", "Position", "HistoryCount", "LastHash", "EstimatedFrom", "EstimatedTo", "GiftListId", "GiftListType", "IsInStore", "OperatorName", "Units", "AssigneeId", "AssigneeName") VALUES (5, 'canceled-there-01', '5cancel', '', '', '', 'Marketplace', '', '1', '1', 'Loja 1', 'canceled', NULL, 10000, 'BRL', 639080460000000000, 639080460000000000, NULL, NULL, 'José da Silva', 'jose@example.com', '12345678900', 2, 'Visa', FALSE, FALSE, FALSE, FALSE, 0, 0, 0, 0, NULL, NULL, 0, NULL, 0, '', 'user:ana', 639080495400000000, NULL, NULL, '019cae6b66007af0af6fe6a5a1c4e6a9', '\x515547ecbf0b18c9a5288b1198c0e83aa0eaa2fac138a225150ca1472aa5bff7', 1, 5, 1, '\xaacc9e657c538ea34c4abd87b52481a538bb3e44f5728dc1bee8cf8c1eaa35ea', NULL, NULL, '', '', FALSE, '', 5, NULL, NULL);
DELETE FROM "Payments";
INSERT INTO "Payments" ("OrderKey", "PaymentId", "Place", "TransactionId", "SystemName", "PaymentGroup", "Installments", "State", "Value", "Captured", "Refunded", "Owed", "OwedKind") VALUES (1, 'card', 0, 'T-card', 'Visa', 'creditCard', 1, 3, 10000, 10000, 0, 10000, 1);
INSERT INTO "Payments" ("OrderKey", "PaymentId", "Place", "TransactionId", "SystemName", "PaymentGroup", "Installments", "State", "Value", "Captured", "Refunded", "Owed", "OwedKind") VALUES (2, 'card', 0, 'T-card', 'Visa', 'creditCard', 1, 1, 10000, 0, 0, 0, NULL);
INSERT INTO "Payments" ("OrderKey", "PaymentId", "Place", "TransactionId", "SystemName", "PaymentGroup", "Installments", "State", "Value", "Captured", "Refunded", "Owed", "OwedKind") VALUES (3, 'card', 0, 'T-card', 'Visa', 'creditCard', 1, 3, 10000, 10000, 0, 2000, 1);
INSERT INTO "Payments" ("OrderKey", "PaymentId", "Place", "TransactionId", "SystemName", "PaymentGroup", "Installments", "State", "Value", "Captured", "Refunded", "Owed", "OwedKind") VALUES (4, 'card', 0, 'T-card', 'Visa', 'creditCard', 1, 3, 10000, 10000, 0, 10000, 1);
INSERT INTO "Payments" ("OrderKey", "PaymentId", "Place", "TransactionId", "SystemName", "PaymentGroup", "Installments", "State", "Value", "Captured", "Refunded", "Owed", "OwedKind") VALUES (5, 'card', 0, 'T-card', 'Visa', 'creditCard', 1, 0, 10000, 0, 0, 0, NULL);
DELETE FROM "Positions";
INSERT INTO "Positions" ("Id", "Last") VALUES (1, 16);
DELETE FROM "Reservations";
INSERT INTO "Reservations" ("OrderKey", "ReservationId", "Place", "ItemIndex", "WarehouseId", "SkuId", "State", "Reserved", "Released", "Consumed", "Destination") VALUES (1, 'r-north', 0, 0, 'north', 'sku-1', 3, 3, 3, 0, 0);
INSERT INTO "Reservations" ("OrderKey", "ReservationId", "Place", "ItemIndex", "WarehouseId", "SkuId", "State", "Reserved", "Released", "Consumed", "Destination") VALUES (1, 'r-south', 1, 1, 'south', 'sku-2', 3, 2, 2, 0, 0);
INSERT INTO "Reservations" ("OrderKey", "ReservationId", "Place", "ItemIndex", "WarehouseId", "SkuId", "State", "Reserved", "Released", "Consumed", "Destination") VALUES (2, 'r-north', 0, 0, 'north', 'sku-1', 1, 3, 0, 0, NULL);
INSERT INTO "Reservations" ("OrderKey", "ReservationId", "Place", "ItemIndex", "WarehouseId", "SkuId", "State", "Reserved", "Released", "Consumed", "Destination") VALUES (2, 'r-south', 1, 1, 'south', 'sku-2', 1, 2, 0, 0, NULL);
INSERT INTO "Reservations" ("OrderKey", "ReservationId", "Place", "ItemIndex", "WarehouseId", "SkuId", "State", "Reserved", "Released", "Consumed", "Destination") VALUES (3, 'r-north', 0, 0, 'north', 'sku-1', 2, 3, 0, 1, NULL);
INSERT INTO "Reservations" ("OrderKey", "ReservationId", "Place", "ItemIndex", "WarehouseId", "SkuId", "State", "Reserved", "Released", "Consumed", "Destination") VALUES (3, 'r-south', 1, 1, 'south', 'sku-2', 2, 2, 1, 0, 0);
INSERT INTO "Reservations" ("OrderKey", "ReservationId", "Place", "ItemIndex", "WarehouseId", "SkuId", "State", "Reserved", "Released", "Consumed", "Destination") VALUES (4, 'r-north', 0, 0, 'north', 'sku-1', 3, 3, 0, 3, NULL);
INSERT INTO "Reservations" ("OrderKey", "ReservationId", "Place", "ItemIndex", "WarehouseId", "SkuId", "State", "Reserved", "Released", "Consumed", "Destination") VALUES (4, 'r-south', 1, 1, 'south', 'sku-2', 3, 2, 0, 2, NULL);
INSERT INTO "Reservations" ("OrderKey", "ReservationId", "Place", "ItemIndex", "WarehouseId", "SkuId", "State", "Reserved", "Released", "Consumed", "Destination") VALUES (5, 'r-north', 0, 0, 'north', 'sku-1', 3, 3, 3, 0, NULL);
INSERT INTO "Reservations" ("OrderKey", "ReservationId", "Place", "ItemIndex", "WarehouseId", "SkuId", "State", "Reserved", "Released", "Consumed", "Destination") VALUES (5, 'r-south', 1, 1, 'south', 'sku-2', 3, 2, 2, 0, NULL);
DELETE FROM "Restores";
DELETE FROM "Seals";
INSERT INTO "Seals" ("Number", "FirstPosition", "LastPosition", "SealedAt", "Hash") VALUES (1, 1, 16, 639080496000000000, '\xb735882f2a1322f19473aa839c6f84e7d197cfdb46e36f4f3b226f662b50970e');
DELETE FROM "Settings";
INSERT INTO "Settings" ("Name", "Value") VALUES ('policy', '{}');
DELETE FROM "StockLevels";
INSERT INTO "StockLevels" ("SkuId", "WarehouseId", "Name", "SearchName", "OnHand", "Reserved", "Quarantined") VALUES ('sku-1', 'north', 'Shirt', 'shirt', NULL, 5, 0);
INSERT INTO "StockLevels" ("SkuId", "WarehouseId", "Name", "SearchName", "OnHand", "Reserved", "Quarantined") VALUES ('sku-2', 'south', 'Shoes', 'shoes', NULL, 3, 0);
DELETE FROM "StockMovements";
INSERT INTO "StockMovements" ("Id", "SkuId", "WarehouseId", "At", "Kind", "Quantity", "OrderKey", "ReservationId", "HistoryId", "ActorId", "ActorName", "Note") VALUES (1, 'sku-1', 'north', 639080496000000000, 1, 3, 1, 'r-north', '019cae6b66007905a3bff93eabc25e4c', NULL, NULL, NULL);
INSERT INTO "StockMovements" ("Id", "SkuId", "WarehouseId", "At", "Kind", "Quantity", "OrderKey", "ReservationId", "HistoryId", "ActorId", "ActorName", "Note") VALUES (2, 'sku-2', 'south', 639080496000000000, 1, 2, 1, 'r-south', '019cae6b66007905a3bff93eabc25e4c', NULL, NULL, NULL);
INSERT INTO "StockMovements" ("Id", "SkuId", "WarehouseId", "At", "Kind", "Quantity", "OrderKey", "ReservationId", "HistoryId", "ActorId", "ActorName", "Note") VALUES (3, 'sku-1', 'north', 639080496000000000, 4, 1, 3, 'r-north', '019cae6b660077f49c7ce652a050cde0', NULL, NULL, NULL);
INSERT INTO "StockMovements" ("Id", "SkuId", "WarehouseId", "At", "Kind", "Quantity", "OrderKey", "ReservationId", "HistoryId", "ActorId", "ActorName", "Note") VALUES (4, 'sku-2', 'south', 639080496000000000, 1, 1, 3, 'r-south', '019cae6b66007be1be81ae8694659f09', NULL, NULL, NULL);
DELETE FROM "Views";
SELECT setval(pg_get_serial_sequence('"AspNetRoleClaims"', 'Id'), COALESCE((SELECT MAX("Id") FROM "AspNetRoleClaims"), 0) + 1, false);
SELECT setval(pg_get_serial_sequence('"AspNetUserClaims"', 'Id'), COALESCE((SELECT MAX("Id") FROM "AspNetUserClaims"), 0) + 1, false);
SELECT setval(pg_get_serial_sequence('"CancellationReasonLabels"', 'Id'), COALESCE((SELECT MAX("Id") FROM "CancellationReasonLabels"), 0) + 1, false);
SELECT setval(pg_get_serial_sequence('"CancellationReasons"', 'Id'), COALESCE((SELECT MAX("Id") FROM "CancellationReasons"), 0) + 1, false);
SELECT setval(pg_get_serial_sequence('"Deliveries"', 'Id'), COALESCE((SELECT MAX("Id") FROM "Deliveries"), 0) + 1, false);
SELECT setval(pg_get_serial_sequence('"Invoices"', 'Id'), COALESCE((SELECT MAX("Id") FROM "Invoices"), 0) + 1, false);
SELECT setval(pg_get_serial_sequence('"Orders"', 'Key'), COALESCE((SELECT MAX("Key") FROM "Orders"), 0) + 1, false);
SELECT setval(pg_get_serial_sequence('"StockMovements"', 'Id'), COALESCE((SELECT MAX("Id") FROM "StockMovements"), 0) + 1, false);
