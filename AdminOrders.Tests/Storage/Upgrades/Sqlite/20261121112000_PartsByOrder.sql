DELETE FROM "Alerts";
DELETE FROM "AppKeyRoles";
INSERT INTO "AppKeyRoles" ("AppKeyId", "RoleId") VALUES ('appkey-1', 'role-1');
DELETE FROM "AppKeys";
INSERT INTO "AppKeys" ("Id", "Name", "Side", "Party", "SecondCall", "TokenHash", "PreviousHash", "PreviousUntil", "IssuedById", "CreatedAt", "RotatedAt", "RevokedAt", "LastUsedAt") VALUES ('appkey-1', 'ERP', 0, NULL, 10, X'0000000000000000000000000000000000000000000000000000000000000000', NULL, NULL, 'user-1', 639080496000000000, NULL, NULL, NULL);
DELETE FROM "AspNetRoleClaims";
INSERT INTO "AspNetRoleClaims" ("Id", "RoleId", "ClaimType", "ClaimValue") VALUES (1, 'role-1', 'resource', 'CancelAction');
DELETE FROM "AspNetRoles";
INSERT INTO "AspNetRoles" ("Id", "Name", "NormalizedName", "ConcurrencyStamp") VALUES ('role-1', 'Owner', 'OWNER', '96e2fe16-7d34-43d0-8575-a87f02510c8e');
DELETE FROM "AspNetUserClaims";
DELETE FROM "AspNetUserLogins";
DELETE FROM "AspNetUserRoles";
INSERT INTO "AspNetUserRoles" ("UserId", "RoleId") VALUES ('user-1', 'role-1');
DELETE FROM "AspNetUserTokens";
DELETE FROM "AspNetUsers";
INSERT INTO "AspNetUsers" ("Id", "DisplayName", "UserName", "NormalizedUserName", "Email", "NormalizedEmail", "EmailConfirmed", "PasswordHash", "SecurityStamp", "ConcurrencyStamp", "PhoneNumber", "PhoneNumberConfirmed", "TwoFactorEnabled", "LockoutEnd", "LockoutEnabled", "AccessFailedCount") VALUES ('user-1', 'Ana', 'ana@example.com', 'ANA@EXAMPLE.COM', 'ana@example.com', NULL, 0, NULL, '4108e03a-c8ae-4811-b408-8de879042602', '51d32db9-ae7c-4b56-a1cd-2afdbbf5188b', NULL, 0, 0, NULL, 0, 0);
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
INSERT INTO "CancellationReasons" ("Id", "Code", "LabelId", "Rank", "IsActive", "MarketplaceCode", "ChosenBy") VALUES (1, 'customer-request', 1, 1, 1, 'BUYER_CANCELLED', 1);
INSERT INTO "CancellationReasons" ("Id", "Code", "LabelId", "Rank", "IsActive", "MarketplaceCode", "ChosenBy") VALUES (2, 'no-inventory', 2, 2, 1, 'NO_INVENTORY', 1);
INSERT INTO "CancellationReasons" ("Id", "Code", "LabelId", "Rank", "IsActive", "MarketplaceCode", "ChosenBy") VALUES (3, 'undeliverable-address', 3, 3, 1, 'SHIPPING_ADDRESS_UNDELIVERABLE', 1);
INSERT INTO "CancellationReasons" ("Id", "Code", "LabelId", "Rank", "IsActive", "MarketplaceCode", "ChosenBy") VALUES (4, 'delivery-too-late', 4, 4, 1, NULL, 1);
INSERT INTO "CancellationReasons" ("Id", "Code", "LabelId", "Rank", "IsActive", "MarketplaceCode", "ChosenBy") VALUES (5, 'exchange', 5, 5, 1, 'CUSTOMER_EXCHANGE', 1);
INSERT INTO "CancellationReasons" ("Id", "Code", "LabelId", "Rank", "IsActive", "MarketplaceCode", "ChosenBy") VALUES (6, 'pricing-error', 6, 6, 1, 'PRICING_ERROR', 1);
INSERT INTO "CancellationReasons" ("Id", "Code", "LabelId", "Rank", "IsActive", "MarketplaceCode", "ChosenBy") VALUES (7, 'payment-problem', 7, 7, 1, NULL, 1);
INSERT INTO "CancellationReasons" ("Id", "Code", "LabelId", "Rank", "IsActive", "MarketplaceCode", "ChosenBy") VALUES (8, 'suspected-fraud', 8, 8, 1, NULL, 1);
INSERT INTO "CancellationReasons" ("Id", "Code", "LabelId", "Rank", "IsActive", "MarketplaceCode", "ChosenBy") VALUES (9, 'duplicate-order', 9, 9, 1, NULL, 1);
INSERT INTO "CancellationReasons" ("Id", "Code", "LabelId", "Rank", "IsActive", "MarketplaceCode", "ChosenBy") VALUES (10, 'customer-changed-mind', 10, 10, 1, 'BUYER_CANCELLED', 2);
INSERT INTO "CancellationReasons" ("Id", "Code", "LabelId", "Rank", "IsActive", "MarketplaceCode", "ChosenBy") VALUES (11, 'customer-mistake', 11, 11, 1, 'BUYER_CANCELLED', 2);
INSERT INTO "CancellationReasons" ("Id", "Code", "LabelId", "Rank", "IsActive", "MarketplaceCode", "ChosenBy") VALUES (12, 'customer-wrong-item', 12, 12, 1, 'CUSTOMER_EXCHANGE', 2);
INSERT INTO "CancellationReasons" ("Id", "Code", "LabelId", "Rank", "IsActive", "MarketplaceCode", "ChosenBy") VALUES (13, 'customer-too-late', 13, 13, 1, 'BUYER_CANCELLED', 2);
INSERT INTO "CancellationReasons" ("Id", "Code", "LabelId", "Rank", "IsActive", "MarketplaceCode", "ChosenBy") VALUES (14, 'customer-wrong-address', 14, 14, 1, 'SHIPPING_ADDRESS_UNDELIVERABLE', 2);
DELETE FROM "CancellationRequests";
INSERT INTO "CancellationRequests" ("RequestId", "OrderKey", "RequestedBy", "EnteredBySide", "EnteredBy", "EnteredByName", "EnteredByIssuer", "ReasonLabelId", "RequestedAt", "DueAt", "State", "ClosedAt", "ClosedByName", "Receipt", "ClosedByHistoryId") VALUES ('22222222222222222222222222222222', 2, 3, 0, 'user:ana', 'Ana', NULL, NULL, 639080496000000000, 639106416000000000, 0, NULL, NULL, '019cae6b6600736cb363e7b6ebb02e28', NULL);
DELETE FROM "CustomerLinkKeys";
INSERT INTO "CustomerLinkKeys" ("Number", "Secret", "CreatedAt", "GoodUntil") VALUES (1, X'0000000000000000000000000000000000000000000000000000000000000000', 639080496000000000, NULL);
DELETE FROM "Deliveries";
INSERT INTO "Deliveries" ("Id", "OrderKey", "HistoryId", "Consumer", "State", "Attempts", "NextAttemptAt", "LastAnswer") VALUES (1, 1, '019cae6b660073848c7c878b8ee6ab5d', 'mail-store', 0, 0, 639080496000000000, NULL);
INSERT INTO "Deliveries" ("Id", "OrderKey", "HistoryId", "Consumer", "State", "Attempts", "NextAttemptAt", "LastAnswer") VALUES (2, 1, '019cae6b660073848c7c878b8ee6ab5d', 'mail-customer', 0, 0, 639080496000000000, NULL);
INSERT INTO "Deliveries" ("Id", "OrderKey", "HistoryId", "Consumer", "State", "Attempts", "NextAttemptAt", "LastAnswer") VALUES (3, 1, '019cae6b66007eba957af07cf99a449c', 'payment', 0, 0, 639080496000000000, NULL);
INSERT INTO "Deliveries" ("Id", "OrderKey", "HistoryId", "Consumer", "State", "Attempts", "NextAttemptAt", "LastAnswer") VALUES (4, 2, '019cae6b6600736cb363e7b6ebb02e28', 'mail-store', 0, 0, 639080496000000000, NULL);
INSERT INTO "Deliveries" ("Id", "OrderKey", "HistoryId", "Consumer", "State", "Attempts", "NextAttemptAt", "LastAnswer") VALUES (5, 3, '019cae6b660075f9b2af9fb5af5668fe', 'payment', 0, 0, 639080496000000000, NULL);
INSERT INTO "Deliveries" ("Id", "OrderKey", "HistoryId", "Consumer", "State", "Attempts", "NextAttemptAt", "LastAnswer") VALUES (6, 4, '019cae6b660074ab837ae7022facc162', 'payment', 0, 0, 639080496000000000, NULL);
DELETE FROM "History";
INSERT INTO "History" ("Position", "HistoryId", "OrderKey", "Number", "At", "Kind", "KindVersion", "Status", "ActorSide", "ActorId", "ActorName", "Payload", "TextHashes", "Hash") VALUES (1, '019cae6b66007ddfbba0317547342baf', 1, 1, 639080496000000000, 'order-imported', 1, 'window-to-cancel', 5, 'import', 'Import', '{"hash":"56bcee561af78d661c702d033f281eaf9ea8dc81abf187782653e3da6be36662","to":"window-to-cancel"}', '', X'4b28526ffe0f10925d165c35c814f957e19902ef26dd8a91dd581bc84d6541f7');
INSERT INTO "History" ("Position", "HistoryId", "OrderKey", "Number", "At", "Kind", "KindVersion", "Status", "ActorSide", "ActorId", "ActorName", "Payload", "TextHashes", "Hash") VALUES (2, '019cae6b6600794a8ace1764ca527099', 2, 1, 639080496000000000, 'order-imported', 1, 'ready-for-handling', 5, 'import', 'Import', '{"hash":"8f0957fb80d85ca5db76a907ab836d22860f65dc11379331934835beb09b4b1b","to":"ready-for-handling"}', '', X'7d456d1ae8800457a74f2603ff8c88da2d1636881c69601ca367f8d31a3f02ff');
INSERT INTO "History" ("Position", "HistoryId", "OrderKey", "Number", "At", "Kind", "KindVersion", "Status", "ActorSide", "ActorId", "ActorName", "Payload", "TextHashes", "Hash") VALUES (3, '019cae6b660072a9bc2e20eb773bae7c', 3, 1, 639080496000000000, 'order-imported', 1, 'handling', 5, 'import', 'Import', '{"hash":"acc126a3d5f4b28070197c00ae771a5fd0661d71ad3d4d00b2e9549d5ab6dc60","to":"handling"}', '', X'4053d5ad3b8015151b83e874afcce418d9bb0f96d8c06494aa7aa6469402075f');
INSERT INTO "History" ("Position", "HistoryId", "OrderKey", "Number", "At", "Kind", "KindVersion", "Status", "ActorSide", "ActorId", "ActorName", "Payload", "TextHashes", "Hash") VALUES (4, '019cae6b660073a3933faf830e286965', 4, 1, 639080496000000000, 'order-imported', 1, 'invoiced', 5, 'import', 'Import', '{"hash":"aa082c0e434bb189e09590ab01c3a28725d85aa87127c7dd2f0351ff1cb15132","to":"invoiced"}', '', X'676c564ad7986d06c5ebaabebe5734837fbebb15e773571b91728c64c1c585dd');
INSERT INTO "History" ("Position", "HistoryId", "OrderKey", "Number", "At", "Kind", "KindVersion", "Status", "ActorSide", "ActorId", "ActorName", "Payload", "TextHashes", "Hash") VALUES (5, '019cae6b660073f8855b7ab0ae2ca7af', 5, 1, 639080496000000000, 'order-imported', 1, 'canceled', 5, 'import', 'Import', '{"hash":"515547ecbf0b18c9a5288b1198c0e83aa0eaa2fac138a225150ca1472aa5bff7","to":"canceled"}', '', X'ffe743bd33f3bf223a1131e15813e25a5294e8ab2066281a1fb0fb417893b729');
INSERT INTO "History" ("Position", "HistoryId", "OrderKey", "Number", "At", "Kind", "KindVersion", "Status", "ActorSide", "ActorId", "ActorName", "Payload", "TextHashes", "Hash") VALUES (6, '019cae6b660073848c7c878b8ee6ab5d', 1, 2, 639080496000000000, 'order-canceled', 1, 'canceled', 0, 'user:ana', 'Ana', '{"cause":"Direct","requestedBy":"Store","to":"canceled"}', 'reason=94b07cd968a04c06b1ef2760dae491790f2edef1733bca1d3c39c1494b540791', X'606f151eb997946e018e31b5061fca378f4410472a93c7125d820c51159cb407');
INSERT INTO "History" ("Position", "HistoryId", "OrderKey", "Number", "At", "Kind", "KindVersion", "Status", "ActorSide", "ActorId", "ActorName", "Payload", "TextHashes", "Hash") VALUES (7, '019cae6b6600792d86f28f0ede1bbbc4', 1, 3, 639080496000000000, 'stock-released', 1, 'canceled', 0, 'user:ana', 'Ana', '{"units":[{"reservationId":"r-north","warehouseId":"north","skuId":"sku-1","quantity":3,"wasAcknowledged":false,"destination":"OnSale"},{"reservationId":"r-south","warehouseId":"south","skuId":"sku-2","quantity":2,"wasAcknowledged":false,"destination":"OnSale"}]}', '', X'15b59e95d96a489788e64aed72adc55965f1395d5eadaabaf998260b604fff33');
INSERT INTO "History" ("Position", "HistoryId", "OrderKey", "Number", "At", "Kind", "KindVersion", "Status", "ActorSide", "ActorId", "ActorName", "Payload", "TextHashes", "Hash") VALUES (8, '019cae6b66007eba957af07cf99a449c', 1, 4, 639080496000000000, 'money-owed', 1, 'canceled', 0, 'user:ana', 'Ana', '{"paymentId":"card","kind":"Refund","amount":10000}', '', X'589399cdb798be0b2813dda34129c175fe6520051c145154a1c708ae750b1c41');
INSERT INTO "History" ("Position", "HistoryId", "OrderKey", "Number", "At", "Kind", "KindVersion", "Status", "ActorSide", "ActorId", "ActorName", "Payload", "TextHashes", "Hash") VALUES (9, '019cae6b660076a1b84b62411038eadd', 1, 5, 639080496000000000, 'comment-added', 1, 'canceled', 0, 'user:ana', 'Ana', '{}', 'comment=30e7bf368204ddfade1e353f2fac5e3117e0c23ca8e41cf8f0a7d012ce47b822', X'aeeaa146a11bb84cc12bef074fa4911f4f3e12b41068806f508faf4c5ba55555');
INSERT INTO "History" ("Position", "HistoryId", "OrderKey", "Number", "At", "Kind", "KindVersion", "Status", "ActorSide", "ActorId", "ActorName", "Payload", "TextHashes", "Hash") VALUES (10, '019cae6b6600736cb363e7b6ebb02e28', 2, 2, 639080496000000000, 'cancellation-requested', 1, 'cancellation-requested', 0, 'user:ana', 'Ana', '{"requestId":"22222222222222222222222222222222","requestedBy":"Customer","dueAt":"2026-04-01T12:00:00+00:00","to":"cancellation-requested"}', 'reason=8be1f3c17134aa38b61add0224385eeff6d0dc28755d762a3ccfa1a1d84c9361', X'5b2cffc31406f2e76f47efcf0898b46f716730820de2b85160454bea8f1433c6');
INSERT INTO "History" ("Position", "HistoryId", "OrderKey", "Number", "At", "Kind", "KindVersion", "Status", "ActorSide", "ActorId", "ActorName", "Payload", "TextHashes", "Hash") VALUES (11, '019cae6b6600742dad28bb90055a0988', 3, 2, 639080496000000000, 'invoice-recorded', 1, 'handling', 0, 'user:ana', 'Ana', '{"data":{"number":"I-1","value":2000,"issuedAt":"2026-03-02T12:00:00+00:00","items":[{"itemIndex":0,"quantity":1}]},"to":"handling"}', '', X'b2cbada228b5138455f01df327cb81ceb54e81ddf74b0b4360827fa4feb05860');
INSERT INTO "History" ("Position", "HistoryId", "OrderKey", "Number", "At", "Kind", "KindVersion", "Status", "ActorSide", "ActorId", "ActorName", "Payload", "TextHashes", "Hash") VALUES (12, '019cae6b66007e6688f0cc0b3510395f', 3, 3, 639080496000000000, 'items-changed', 1, 'handling', 0, 'user:ana', 'Ana', '{"removed":[{"itemIndex":1,"quantity":1}],"value":8000}', 'reason=1bd1bcab8edf2b5362d3802799727a616cf792a3f63c7e752a08578e1c228fc5', X'ba4c6a996e25765467fe96a62b9e4215728cb5c66fe1359f74239db343a21336');
INSERT INTO "History" ("Position", "HistoryId", "OrderKey", "Number", "At", "Kind", "KindVersion", "Status", "ActorSide", "ActorId", "ActorName", "Payload", "TextHashes", "Hash") VALUES (13, '019cae6b660070a592a1dcccde96d1f1', 3, 4, 639080496000000000, 'stock-released', 1, 'handling', 0, 'user:ana', 'Ana', '{"units":[{"reservationId":"r-south","warehouseId":"south","skuId":"sku-2","quantity":1,"wasAcknowledged":true,"destination":"OnSale"}]}', '', X'a9cebc73d458a5816fa65c40253cdfeb004378c712b439fddbfe6555c00daef5');
INSERT INTO "History" ("Position", "HistoryId", "OrderKey", "Number", "At", "Kind", "KindVersion", "Status", "ActorSide", "ActorId", "ActorName", "Payload", "TextHashes", "Hash") VALUES (14, '019cae6b660075f9b2af9fb5af5668fe', 3, 5, 639080496000000000, 'money-owed', 1, 'handling', 0, 'user:ana', 'Ana', '{"paymentId":"card","kind":"Refund","amount":2000}', '', X'873f4a6845b579d90420ae941ad8d80f7d112f11c58bd5bd47c7139b1b94a0f1');
INSERT INTO "History" ("Position", "HistoryId", "OrderKey", "Number", "At", "Kind", "KindVersion", "Status", "ActorSide", "ActorId", "ActorName", "Payload", "TextHashes", "Hash") VALUES (15, '019cae6b66007c26974c004540e72c5b', 4, 2, 639080496000000000, 'return-invoice-recorded', 1, 'invoiced', 0, 'user:ana', 'Ana', '{"data":{"number":"R-1","value":10000,"issuedAt":"2026-03-02T12:00:00+00:00","items":[{"itemIndex":0,"quantity":3},{"itemIndex":1,"quantity":2}]}}', 'reason=caa9d621d7437a853f801dcf3f02dd1081bdbdc8bf7707b3b41cbe0eb1b26c0f', X'9feba9fefa47f5898fc8d84bf2bc00a8f81246e9997d852b0dc53ab969ada3b7');
INSERT INTO "History" ("Position", "HistoryId", "OrderKey", "Number", "At", "Kind", "KindVersion", "Status", "ActorSide", "ActorId", "ActorName", "Payload", "TextHashes", "Hash") VALUES (16, '019cae6b660074ab837ae7022facc162', 4, 3, 639080496000000000, 'money-owed', 1, 'invoiced', 0, 'user:ana', 'Ana', '{"paymentId":"card","kind":"Refund","amount":10000}', '', X'25af55a1d5c97f7a9fa6e9269a866f17f91a8bbd9f49cdcd981dd0851484189a');
DELETE FROM "HistoryTexts";
INSERT INTO "HistoryTexts" ("HistoryId", "Name", "OrderKey", "Salt", "Value") VALUES ('019cae6b6600736cb363e7b6ebb02e28', 'reason', 2, X'e86804bb9f40d74bfc51d4d1192ccaec', 'changed my mind');
INSERT INTO "HistoryTexts" ("HistoryId", "Name", "OrderKey", "Salt", "Value") VALUES ('019cae6b660073848c7c878b8ee6ab5d', 'reason', 1, X'0c15d9d0e6ea0cab11361ecf7029d7a3', 'sold out');
INSERT INTO "HistoryTexts" ("HistoryId", "Name", "OrderKey", "Salt", "Value") VALUES ('019cae6b660076a1b84b62411038eadd', 'comment', 1, X'2cb727fb812bfc02d5442cf794a769da', 'a comment');
INSERT INTO "HistoryTexts" ("HistoryId", "Name", "OrderKey", "Salt", "Value") VALUES ('019cae6b66007c26974c004540e72c5b', 'reason', 4, X'5eda1f68d6fde4d34bf74672efbc6be8', 'came back');
INSERT INTO "HistoryTexts" ("HistoryId", "Name", "OrderKey", "Salt", "Value") VALUES ('019cae6b66007e6688f0cc0b3510395f', 'reason', 3, X'f6077080615fd70073b3e42623c0b1fe', 'not there');
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
INSERT INTO "OrderDocuments" ("OrderKey", "Content") VALUES (1, X'030c807b226f726465724964223a2263616e63656c65642d3031227d03');
INSERT INTO "OrderDocuments" ("OrderKey", "Content") VALUES (2, X'831b807b226f726465724964223a227265717565737465642d3031222c226974656d73223a5b7b226964223a22736b752d6c6973746564227d5d7d03');
INSERT INTO "OrderDocuments" ("OrderKey", "Content") VALUES (3, X'030b807b226f726465724964223a22706172746c792d3031227d03');
INSERT INTO "OrderDocuments" ("OrderKey", "Content") VALUES (4, X'030c807b226f726465724964223a2272657475726e65642d3031227d03');
INSERT INTO "OrderDocuments" ("OrderKey", "Content") VALUES (5, X'030f807b226f726465724964223a2263616e63656c65642d74686572652d3031227d03');
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
INSERT INTO "Orders" ("Key", "OrderId", "Sequence", "OrderGroup", "SellerOrderId", "MarketplaceOrderId", "Origin", "AffiliateId", "SalesChannel", "SellerId", "SellerName", "Status", "StatusBefore", "Value", "Currency", "CreatedAt", "LastChangeAt", "AuthorizedAt", "InvoicedAt", "CustomerName", "CustomerEmail", "CustomerDocument", "ProductCount", "PaymentNames", "IsMarketplaceOrder", "IsExternalSeller", "IsMovedHere", "IsPaymentRecorded", "OutputInvoices", "InvoicedValue", "InputInvoices", "ReturnedValue", "StatusDueAt", "RequestDueAt", "OpenRequests", "CustomerDeclinedAt", "CanceledFor", "CanceledBy", "CanceledById", "CanceledAt", "CancelRequestId", "CancelReasonLabelId", "CancelReceipt", "DocumentHash", "Version", "Position", "HistoryCount", "LastHash", "EstimatedFrom", "EstimatedTo", "GiftListId", "GiftListType", "IsInStore", "OperatorName", "Units", "AssigneeId", "AssigneeName") VALUES (1, 'canceled-01', '5cancel', '', '', '', 'Marketplace', '', '1', '1', 'Loja 1', 'canceled', NULL, 10000, 'BRL', 639080460000000000, 639080496000000000, NULL, NULL, 'José da Silva', 'jose@example.com', '12345678900', 2, 'Visa', 0, 0, 1, 1, 0, 0, 0, 0, NULL, NULL, 0, NULL, 0, 'Ana', 'user:ana', 639080496000000000, NULL, NULL, '019cae6b660073848c7c878b8ee6ab5d', X'56bcee561af78d661c702d033f281eaf9ea8dc81abf187782653e3da6be36662', 4, 9, 5, X'aeeaa146a11bb84cc12bef074fa4911f4f3e12b41068806f508faf4c5ba55555', NULL, NULL, '', '', 0, '', 5, NULL, NULL);
INSERT INTO "Orders" ("Key", "OrderId", "Sequence", "OrderGroup", "SellerOrderId", "MarketplaceOrderId", "Origin", "AffiliateId", "SalesChannel", "SellerId", "SellerName", "Status", "StatusBefore", "Value", "Currency", "CreatedAt", "LastChangeAt", "AuthorizedAt", "InvoicedAt", "CustomerName", "CustomerEmail", "CustomerDocument", "ProductCount", "PaymentNames", "IsMarketplaceOrder", "IsExternalSeller", "IsMovedHere", "IsPaymentRecorded", "OutputInvoices", "InvoicedValue", "InputInvoices", "ReturnedValue", "StatusDueAt", "RequestDueAt", "OpenRequests", "CustomerDeclinedAt", "CanceledFor", "CanceledBy", "CanceledById", "CanceledAt", "CancelRequestId", "CancelReasonLabelId", "CancelReceipt", "DocumentHash", "Version", "Position", "HistoryCount", "LastHash", "EstimatedFrom", "EstimatedTo", "GiftListId", "GiftListType", "IsInStore", "OperatorName", "Units", "AssigneeId", "AssigneeName") VALUES (2, 'requested-01', '5reques', '', '', '', 'Marketplace', '', '1', '1', 'Loja 1', 'cancellation-requested', 'ready-for-handling', 10000, 'BRL', 639080460000000000, 639080496000000000, NULL, NULL, 'José da Silva', 'jose@example.com', '12345678900', 2, 'Visa', 0, 0, 1, 1, 0, 0, 0, 0, NULL, 639106416000000000, 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, X'8f0957fb80d85ca5db76a907ab836d22860f65dc11379331934835beb09b4b1b', 2, 10, 2, X'5b2cffc31406f2e76f47efcf0898b46f716730820de2b85160454bea8f1433c6', NULL, NULL, '', '', 0, '', 5, NULL, NULL);
INSERT INTO "Orders" ("Key", "OrderId", "Sequence", "OrderGroup", "SellerOrderId", "MarketplaceOrderId", "Origin", "AffiliateId", "SalesChannel", "SellerId", "SellerName", "Status", "StatusBefore", "Value", "Currency", "CreatedAt", "LastChangeAt", "AuthorizedAt", "InvoicedAt", "CustomerName", "CustomerEmail", "CustomerDocument", "ProductCount", "PaymentNames", "IsMarketplaceOrder", "IsExternalSeller", "IsMovedHere", "IsPaymentRecorded", "OutputInvoices", "InvoicedValue", "InputInvoices", "ReturnedValue", "StatusDueAt", "RequestDueAt", "OpenRequests", "CustomerDeclinedAt", "CanceledFor", "CanceledBy", "CanceledById", "CanceledAt", "CancelRequestId", "CancelReasonLabelId", "CancelReceipt", "DocumentHash", "Version", "Position", "HistoryCount", "LastHash", "EstimatedFrom", "EstimatedTo", "GiftListId", "GiftListType", "IsInStore", "OperatorName", "Units", "AssigneeId", "AssigneeName") VALUES (3, 'partly-01', '5partly', '', '', '', 'Marketplace', '', '1', '1', 'Loja 1', 'handling', NULL, 8000, 'BRL', 639080460000000000, 639080496000000000, NULL, NULL, 'José da Silva', 'jose@example.com', '12345678900', 2, 'Visa', 0, 0, 0, 1, 1, 2000, 0, 0, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, X'acc126a3d5f4b28070197c00ae771a5fd0661d71ad3d4d00b2e9549d5ab6dc60', 5, 14, 5, X'873f4a6845b579d90420ae941ad8d80f7d112f11c58bd5bd47c7139b1b94a0f1', NULL, NULL, '', '', 0, '', 4, NULL, NULL);
INSERT INTO "Orders" ("Key", "OrderId", "Sequence", "OrderGroup", "SellerOrderId", "MarketplaceOrderId", "Origin", "AffiliateId", "SalesChannel", "SellerId", "SellerName", "Status", "StatusBefore", "Value", "Currency", "CreatedAt", "LastChangeAt", "AuthorizedAt", "InvoicedAt", "CustomerName", "CustomerEmail", "CustomerDocument", "ProductCount", "PaymentNames", "IsMarketplaceOrder", "IsExternalSeller", "IsMovedHere", "IsPaymentRecorded", "OutputInvoices", "InvoicedValue", "InputInvoices", "ReturnedValue", "StatusDueAt", "RequestDueAt", "OpenRequests", "CustomerDeclinedAt", "CanceledFor", "CanceledBy", "CanceledById", "CanceledAt", "CancelRequestId", "CancelReasonLabelId", "CancelReceipt", "DocumentHash", "Version", "Position", "HistoryCount", "LastHash", "EstimatedFrom", "EstimatedTo", "GiftListId", "GiftListType", "IsInStore", "OperatorName", "Units", "AssigneeId", "AssigneeName") VALUES (4, 'returned-01', '5return', '', '', '', 'Marketplace', '', '1', '1', 'Loja 1', 'invoiced', NULL, 10000, 'BRL', 639080460000000000, 639080496000000000, NULL, 639080496000000000, 'José da Silva', 'jose@example.com', '12345678900', 2, 'Visa', 0, 0, 0, 1, 1, 10000, 1, 10000, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, X'aa082c0e434bb189e09590ab01c3a28725d85aa87127c7dd2f0351ff1cb15132', 3, 16, 3, X'25af55a1d5c97f7a9fa6e9269a866f17f91a8bbd9f49cdcd981dd0851484189a', NULL, NULL, '', '', 0, '', 5, NULL, NULL);
INSERT INTO "Orders" ("Key", "OrderId", "Sequence", "OrderGroup", "SellerOrderId", "MarketplaceOrderId", "Origin", "AffiliateId", "SalesChannel", "SellerId", "SellerName", "Status", "StatusBefore", "Value", "Currency", "CreatedAt", "LastChangeAt", "AuthorizedAt", "InvoicedAt", "CustomerName", "CustomerEmail", "CustomerDocument", "ProductCount", "PaymentNames", "IsMarketplaceOrder", "IsExternalSeller", "IsMovedHere", "IsPaymentRecorded", "OutputInvoices", "InvoicedValue", "InputInvoices", "ReturnedValue", "StatusDueAt", "RequestDueAt", "OpenRequests", "CustomerDeclinedAt", "CanceledFor", "CanceledBy", "CanceledById", "CanceledAt", "CancelRequestId", "CancelReasonLabelId", "CancelReceipt", "DocumentHash", "Version", "Position", "HistoryCount", "LastHash", "EstimatedFrom", "EstimatedTo", "GiftListId", "GiftListType", "IsInStore", "OperatorName", "Units", "AssigneeId", "AssigneeName") VALUES (5, 'canceled-there-01', '5cancel', '', '', '', 'Marketplace', '', '1', '1', 'Loja 1', 'canceled', NULL, 10000, 'BRL', 639080460000000000, 639080460000000000, NULL, NULL, 'José da Silva', 'jose@example.com', '12345678900', 2, 'Visa', 0, 0, 0, 0, 0, 0, 0, 0, NULL, NULL, 0, NULL, 0, '', 'user:ana', 639080495400000000, NULL, NULL, '019cae6b660073f8855b7ab0ae2ca7af', X'515547ecbf0b18c9a5288b1198c0e83aa0eaa2fac138a225150ca1472aa5bff7', 1, 5, 1, X'ffe743bd33f3bf223a1131e15813e25a5294e8ab2066281a1fb0fb417893b729', NULL, NULL, '', '', 0, '', 5, NULL, NULL);
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
INSERT INTO "Seals" ("Number", "FirstPosition", "LastPosition", "SealedAt", "Hash") VALUES (1, 1, 16, 639080496000000000, X'f33a55fe094fcb4a42fa75ed0888ff80d4c87681c181d9287998eaf33b159f19');
DELETE FROM "Settings";
INSERT INTO "Settings" ("Name", "Value") VALUES ('policy', '{}');
DELETE FROM "Views";
