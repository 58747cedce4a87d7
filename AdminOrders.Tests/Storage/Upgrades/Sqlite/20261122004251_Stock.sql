DELETE FROM "Alerts";
DELETE FROM "AppKeyRoles";
INSERT INTO "AppKeyRoles" ("AppKeyId", "RoleId") VALUES ('appkey-1', 'role-1');
DELETE FROM "AppKeys";
INSERT INTO "AppKeys" ("Id", "Name", "Side", "Party", "SecondCall", "TokenHash", "PreviousHash", "PreviousUntil", "IssuedById", "CreatedAt", "RotatedAt", "RevokedAt", "LastUsedAt") VALUES ('appkey-1', 'ERP', 0, NULL, 10, X'0000000000000000000000000000000000000000000000000000000000000000', NULL, NULL, 'user-1', 639080496000000000, NULL, NULL, NULL);
DELETE FROM "AspNetRoleClaims";
INSERT INTO "AspNetRoleClaims" ("Id", "RoleId", "ClaimType", "ClaimValue") VALUES (1, 'role-1', 'resource', 'CancelAction');
DELETE FROM "AspNetRoles";
INSERT INTO "AspNetRoles" ("Id", "Name", "NormalizedName", "ConcurrencyStamp") VALUES ('role-1', 'Owner', 'OWNER', '834aa871-6618-44a0-af13-52c3e44a1d77');
DELETE FROM "AspNetUserClaims";
DELETE FROM "AspNetUserLogins";
DELETE FROM "AspNetUserRoles";
INSERT INTO "AspNetUserRoles" ("UserId", "RoleId") VALUES ('user-1', 'role-1');
DELETE FROM "AspNetUserTokens";
DELETE FROM "AspNetUsers";
INSERT INTO "AspNetUsers" ("Id", "DisplayName", "UserName", "NormalizedUserName", "Email", "NormalizedEmail", "EmailConfirmed", "PasswordHash", "SecurityStamp", "ConcurrencyStamp", "PhoneNumber", "PhoneNumberConfirmed", "TwoFactorEnabled", "LockoutEnd", "LockoutEnabled", "AccessFailedCount") VALUES ('user-1', 'Ana', 'ana@example.com', 'ANA@EXAMPLE.COM', 'ana@example.com', NULL, 0, NULL, 'f2c7666f-61e6-461e-9f76-502747aaa82b', '60a4736f-4490-4924-b925-ad5e43f4343c', NULL, 0, 0, NULL, 0, 0);
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
INSERT INTO "CancellationRequests" ("RequestId", "OrderKey", "RequestedBy", "EnteredBySide", "EnteredBy", "EnteredByName", "EnteredByIssuer", "ReasonLabelId", "RequestedAt", "DueAt", "State", "ClosedAt", "ClosedByName", "Receipt", "ClosedByHistoryId") VALUES ('22222222222222222222222222222222', 2, 3, 0, 'user:ana', 'Ana', NULL, NULL, 639080496000000000, 639106416000000000, 0, NULL, NULL, '019cae6b66007c14859ef306c84e70c2', NULL);
DELETE FROM "CustomerLinkKeys";
INSERT INTO "CustomerLinkKeys" ("Number", "Secret", "CreatedAt", "GoodUntil") VALUES (1, X'0000000000000000000000000000000000000000000000000000000000000000', 639080496000000000, NULL);
DELETE FROM "Deliveries";
INSERT INTO "Deliveries" ("Id", "OrderKey", "HistoryId", "Consumer", "State", "Attempts", "NextAttemptAt", "LastAnswer", "AttemptsBefore", "ClaimedUntil") VALUES (1, 1, '019cae6b660075f49946cedad48eff9d', 'mail-store', 0, 0, 639080496000000000, NULL, 0, NULL);
INSERT INTO "Deliveries" ("Id", "OrderKey", "HistoryId", "Consumer", "State", "Attempts", "NextAttemptAt", "LastAnswer", "AttemptsBefore", "ClaimedUntil") VALUES (2, 1, '019cae6b660075f49946cedad48eff9d', 'mail-customer', 0, 0, 639080496000000000, NULL, 0, NULL);
INSERT INTO "Deliveries" ("Id", "OrderKey", "HistoryId", "Consumer", "State", "Attempts", "NextAttemptAt", "LastAnswer", "AttemptsBefore", "ClaimedUntil") VALUES (3, 1, '019cae6b66007922a73bb4c8a8fa2fa5', 'payment', 0, 0, 639080496000000000, NULL, 0, NULL);
INSERT INTO "Deliveries" ("Id", "OrderKey", "HistoryId", "Consumer", "State", "Attempts", "NextAttemptAt", "LastAnswer", "AttemptsBefore", "ClaimedUntil") VALUES (4, 2, '019cae6b66007c14859ef306c84e70c2', 'mail-store', 0, 0, 639080496000000000, NULL, 0, NULL);
INSERT INTO "Deliveries" ("Id", "OrderKey", "HistoryId", "Consumer", "State", "Attempts", "NextAttemptAt", "LastAnswer", "AttemptsBefore", "ClaimedUntil") VALUES (5, 2, '019cae6b66007c14859ef306c84e70c2', 'mail-customer', 0, 0, 639080496000000000, NULL, 0, NULL);
INSERT INTO "Deliveries" ("Id", "OrderKey", "HistoryId", "Consumer", "State", "Attempts", "NextAttemptAt", "LastAnswer", "AttemptsBefore", "ClaimedUntil") VALUES (6, 3, '019cae6b660077208083045524d1234b', 'payment', 0, 0, 639080496000000000, NULL, 0, NULL);
INSERT INTO "Deliveries" ("Id", "OrderKey", "HistoryId", "Consumer", "State", "Attempts", "NextAttemptAt", "LastAnswer", "AttemptsBefore", "ClaimedUntil") VALUES (7, 4, '019cae6b66007dacb049790e88681bd5', 'payment', 0, 0, 639080496000000000, NULL, 0, NULL);
DELETE FROM "History";
INSERT INTO "History" ("Position", "HistoryId", "OrderKey", "Number", "At", "Kind", "KindVersion", "Status", "ActorSide", "ActorId", "ActorName", "Payload", "TextHashes", "Hash") VALUES (1, '019cae6b66007eac8cd7dfb4fceee294', 1, 1, 639080496000000000, 'order-imported', 1, 'window-to-cancel', 5, 'import', 'Import', '{"hash":"56bcee561af78d661c702d033f281eaf9ea8dc81abf187782653e3da6be36662","to":"window-to-cancel"}', '', X'94fda57c523c5fe56c33dfa959756db533e110b574b64ce009759ab35ea5fdcc');
INSERT INTO "History" ("Position", "HistoryId", "OrderKey", "Number", "At", "Kind", "KindVersion", "Status", "ActorSide", "ActorId", "ActorName", "Payload", "TextHashes", "Hash") VALUES (2, '019cae6b6600725e98372d385152548c', 2, 1, 639080496000000000, 'order-imported', 1, 'ready-for-handling', 5, 'import', 'Import', '{"hash":"8f0957fb80d85ca5db76a907ab836d22860f65dc11379331934835beb09b4b1b","to":"ready-for-handling"}', '', X'0446761455d3ce5ad8f7b0ab291e60b58dc207abb7f403642dfa68c5edb7462c');
INSERT INTO "History" ("Position", "HistoryId", "OrderKey", "Number", "At", "Kind", "KindVersion", "Status", "ActorSide", "ActorId", "ActorName", "Payload", "TextHashes", "Hash") VALUES (3, '019cae6b66007163b528ca17c59df662', 3, 1, 639080496000000000, 'order-imported', 1, 'handling', 5, 'import', 'Import', '{"hash":"acc126a3d5f4b28070197c00ae771a5fd0661d71ad3d4d00b2e9549d5ab6dc60","to":"handling"}', '', X'9fe15f521a805de06df87af04ef6fce768e7bb8a6a2bfa9c524c1ae17bf45541');
INSERT INTO "History" ("Position", "HistoryId", "OrderKey", "Number", "At", "Kind", "KindVersion", "Status", "ActorSide", "ActorId", "ActorName", "Payload", "TextHashes", "Hash") VALUES (4, '019cae6b66007b1a83aeec8876e4d112', 4, 1, 639080496000000000, 'order-imported', 1, 'invoiced', 5, 'import', 'Import', '{"hash":"aa082c0e434bb189e09590ab01c3a28725d85aa87127c7dd2f0351ff1cb15132","to":"invoiced"}', '', X'b807134787f35d0c622648d0bf4ef951d4f2b114602a108fc49e79e8e60c48aa');
INSERT INTO "History" ("Position", "HistoryId", "OrderKey", "Number", "At", "Kind", "KindVersion", "Status", "ActorSide", "ActorId", "ActorName", "Payload", "TextHashes", "Hash") VALUES (5, '019cae6b660079a09ced26d14029f27e', 5, 1, 639080496000000000, 'order-imported', 1, 'canceled', 5, 'import', 'Import', '{"hash":"515547ecbf0b18c9a5288b1198c0e83aa0eaa2fac138a225150ca1472aa5bff7","to":"canceled"}', '', X'43fb75226ab6890b5fb029667aaf194e18d9a404bc8cd0e19cab28ae0e96b52f');
INSERT INTO "History" ("Position", "HistoryId", "OrderKey", "Number", "At", "Kind", "KindVersion", "Status", "ActorSide", "ActorId", "ActorName", "Payload", "TextHashes", "Hash") VALUES (6, '019cae6b660075f49946cedad48eff9d', 1, 2, 639080496000000000, 'order-canceled', 1, 'canceled', 0, 'user:ana', 'Ana', '{"cause":"Direct","requestedBy":"Store","to":"canceled"}', 'reason=14e213bfed5498c2672d264cec749f1b80681f00842ae019f6d68afa3b3f7160', X'2fa9c09ecfc3a5d319eff6bd00b62db9ec2137a77998a715c8a0d6ece3daf391');
INSERT INTO "History" ("Position", "HistoryId", "OrderKey", "Number", "At", "Kind", "KindVersion", "Status", "ActorSide", "ActorId", "ActorName", "Payload", "TextHashes", "Hash") VALUES (7, '019cae6b66007b1987e8d13eaa732213', 1, 3, 639080496000000000, 'stock-released', 1, 'canceled', 0, 'user:ana', 'Ana', '{"units":[{"reservationId":"r-north","warehouseId":"north","skuId":"sku-1","quantity":3,"wasAcknowledged":false,"destination":"OnSale"},{"reservationId":"r-south","warehouseId":"south","skuId":"sku-2","quantity":2,"wasAcknowledged":false,"destination":"OnSale"}]}', '', X'786ca339874da88a77812207a87a3568e90e02d116fa67e4b02984304cdbc486');
INSERT INTO "History" ("Position", "HistoryId", "OrderKey", "Number", "At", "Kind", "KindVersion", "Status", "ActorSide", "ActorId", "ActorName", "Payload", "TextHashes", "Hash") VALUES (8, '019cae6b66007922a73bb4c8a8fa2fa5', 1, 4, 639080496000000000, 'money-owed', 1, 'canceled', 0, 'user:ana', 'Ana', '{"paymentId":"card","kind":"Refund","amount":10000}', '', X'a6493747a231578b2686d60ce604efba286af6b2d09f43fa089a56c88b7b1262');
INSERT INTO "History" ("Position", "HistoryId", "OrderKey", "Number", "At", "Kind", "KindVersion", "Status", "ActorSide", "ActorId", "ActorName", "Payload", "TextHashes", "Hash") VALUES (9, '019cae6b660074debb7a5bd61def59fc', 1, 5, 639080496000000000, 'comment-added', 1, 'canceled', 0, 'user:ana', 'Ana', '{}', 'comment=1f1b72872f3516fb9b851f9c07e23f168287b48d8885200857ed5b3ddf6b20d8', X'6470db397c8e35e0ffb8afedcc9c9cff0343eeb96d3a1798f71e643858da66cc');
INSERT INTO "History" ("Position", "HistoryId", "OrderKey", "Number", "At", "Kind", "KindVersion", "Status", "ActorSide", "ActorId", "ActorName", "Payload", "TextHashes", "Hash") VALUES (10, '019cae6b66007c14859ef306c84e70c2', 2, 2, 639080496000000000, 'cancellation-requested', 2, 'cancellation-requested', 0, 'user:ana', 'Ana', '{"requestId":"22222222222222222222222222222222","requestedBy":"Customer","dueAt":"2026-04-01T12:00:00+00:00","tellsCustomer":true,"to":"cancellation-requested"}', 'reason=54fa6e1cccc195a7458f8bc5969f2fde47573e99b0065dec2176516fec89bfbf', X'41e5e0fbbd3e76e7faf2c113792666cb68cd45bb4269f5f7ea2818861da374ec');
INSERT INTO "History" ("Position", "HistoryId", "OrderKey", "Number", "At", "Kind", "KindVersion", "Status", "ActorSide", "ActorId", "ActorName", "Payload", "TextHashes", "Hash") VALUES (11, '019cae6b66007455be336a0b90c601d3', 3, 2, 639080496000000000, 'invoice-recorded', 1, 'handling', 0, 'user:ana', 'Ana', '{"data":{"number":"I-1","value":2000,"issuedAt":"2026-03-02T12:00:00+00:00","items":[{"itemIndex":0,"quantity":1}]},"to":"handling"}', '', X'8b0efcd923bc09fd99cfc784ff53fe5743a6a9dfc149120012e82774a3d00123');
INSERT INTO "History" ("Position", "HistoryId", "OrderKey", "Number", "At", "Kind", "KindVersion", "Status", "ActorSide", "ActorId", "ActorName", "Payload", "TextHashes", "Hash") VALUES (12, '019cae6b66007a6994010cec9388380e', 3, 3, 639080496000000000, 'items-changed', 1, 'handling', 0, 'user:ana', 'Ana', '{"removed":[{"itemIndex":1,"quantity":1}],"value":8000}', 'reason=0154e1a5e1b775722cd543162ebc0fdfe60a86febc734ca2403bdda767920125', X'efd8ba0f87dad02c7fa916f551391951883b8b8198fdda5c8a99a9cdc811c421');
INSERT INTO "History" ("Position", "HistoryId", "OrderKey", "Number", "At", "Kind", "KindVersion", "Status", "ActorSide", "ActorId", "ActorName", "Payload", "TextHashes", "Hash") VALUES (13, '019cae6b66007469ba55ea73a3fea987', 3, 4, 639080496000000000, 'stock-released', 1, 'handling', 0, 'user:ana', 'Ana', '{"units":[{"reservationId":"r-south","warehouseId":"south","skuId":"sku-2","quantity":1,"wasAcknowledged":true,"destination":"OnSale"}]}', '', X'2c1e0812e1f3791d9195f4b2a2cdf68c017e41191424dde085f124b188e89fdc');
INSERT INTO "History" ("Position", "HistoryId", "OrderKey", "Number", "At", "Kind", "KindVersion", "Status", "ActorSide", "ActorId", "ActorName", "Payload", "TextHashes", "Hash") VALUES (14, '019cae6b660077208083045524d1234b', 3, 5, 639080496000000000, 'money-owed', 1, 'handling', 0, 'user:ana', 'Ana', '{"paymentId":"card","kind":"Refund","amount":2000}', '', X'e9892149dd870348f73078b14d58d924165c346bfc1a06122470246c4e763d33');
INSERT INTO "History" ("Position", "HistoryId", "OrderKey", "Number", "At", "Kind", "KindVersion", "Status", "ActorSide", "ActorId", "ActorName", "Payload", "TextHashes", "Hash") VALUES (15, '019cae6b66007e8cb30444ad01a3c951', 4, 2, 639080496000000000, 'return-invoice-recorded', 1, 'invoiced', 0, 'user:ana', 'Ana', '{"data":{"number":"R-1","value":10000,"issuedAt":"2026-03-02T12:00:00+00:00","items":[{"itemIndex":0,"quantity":3},{"itemIndex":1,"quantity":2}]}}', 'reason=27f77f3a890b869e95ba59d6b8a74f587c72e4063ed84d2242ca18ebdc9bcbbf', X'bc8d051a8a769979cd19189120a9a34097f9edf50a913a9207b4ff5d115bc037');
INSERT INTO "History" ("Position", "HistoryId", "OrderKey", "Number", "At", "Kind", "KindVersion", "Status", "ActorSide", "ActorId", "ActorName", "Payload", "TextHashes", "Hash") VALUES (16, '019cae6b66007dacb049790e88681bd5', 4, 3, 639080496000000000, 'money-owed', 1, 'invoiced', 0, 'user:ana', 'Ana', '{"paymentId":"card","kind":"Refund","amount":10000}', '', X'914c982cca119bbfb3c91adb3d5c4c58189e772f03fe5517750d6f3a5b168719');
DELETE FROM "HistoryTexts";
INSERT INTO "HistoryTexts" ("HistoryId", "Name", "OrderKey", "Salt", "Value") VALUES ('019cae6b660074debb7a5bd61def59fc', 'comment', 1, X'301d323a67c4a3335fdee86dfb0f8b9e', 'a comment');
INSERT INTO "HistoryTexts" ("HistoryId", "Name", "OrderKey", "Salt", "Value") VALUES ('019cae6b660075f49946cedad48eff9d', 'reason', 1, X'bb5d0b4dbe1e64bad63a5d5ad9ece757', 'sold out');
INSERT INTO "HistoryTexts" ("HistoryId", "Name", "OrderKey", "Salt", "Value") VALUES ('019cae6b66007a6994010cec9388380e', 'reason', 3, X'2add5bad882ebbaf18e66269bf953333', 'not there');
INSERT INTO "HistoryTexts" ("HistoryId", "Name", "OrderKey", "Salt", "Value") VALUES ('019cae6b66007c14859ef306c84e70c2', 'reason', 2, X'0a5c72435f3298bad26b5da8a7e26dc5', 'changed my mind');
INSERT INTO "HistoryTexts" ("HistoryId", "Name", "OrderKey", "Salt", "Value") VALUES ('019cae6b66007e8cb30444ad01a3c951', 'reason', 4, X'68945a49408dfb2ea1e10bd501e2705b', 'came back');
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
INSERT INTO "Orders" ("Key", "OrderId", "Sequence", "OrderGroup", "SellerOrderId", "MarketplaceOrderId", "Origin", "AffiliateId", "SalesChannel", "SellerId", "SellerName", "Status", "StatusBefore", "Value", "Currency", "CreatedAt", "LastChangeAt", "AuthorizedAt", "InvoicedAt", "CustomerName", "CustomerEmail", "CustomerDocument", "ProductCount", "PaymentNames", "IsMarketplaceOrder", "IsExternalSeller", "IsMovedHere", "IsPaymentRecorded", "OutputInvoices", "InvoicedValue", "InputInvoices", "ReturnedValue", "StatusDueAt", "RequestDueAt", "OpenRequests", "CustomerDeclinedAt", "CanceledFor", "CanceledBy", "CanceledById", "CanceledAt", "CancelRequestId", "CancelReasonLabelId", "CancelReceipt", "DocumentHash", "Version", "Position", "HistoryCount", "LastHash", "EstimatedFrom", "EstimatedTo", "GiftListId", "GiftListType", "IsInStore", "OperatorName", "Units", "AssigneeId", "AssigneeName") VALUES (1, 'canceled-01', '5cancel', '', '', '', 'Marketplace', '', '1', '1', 'Loja 1', 'canceled', NULL, 10000, 'BRL', 639080460000000000, 639080496000000000, NULL, NULL, 'José da Silva', 'jose@example.com', '12345678900', 2, 'Visa', 0, 0, 1, 1, 0, 0, 0, 0, NULL, NULL, 0, NULL, 0, 'Ana', 'user:ana', 639080496000000000, NULL, NULL, '019cae6b660075f49946cedad48eff9d', X'56bcee561af78d661c702d033f281eaf9ea8dc81abf187782653e3da6be36662', 4, 9, 5, X'6470db397c8e35e0ffb8afedcc9c9cff0343eeb96d3a1798f71e643858da66cc', NULL, NULL, '', '', 0, '', 5, NULL, NULL);
INSERT INTO "Orders" ("Key", "OrderId", "Sequence", "OrderGroup", "SellerOrderId", "MarketplaceOrderId", "Origin", "AffiliateId", "SalesChannel", "SellerId", "SellerName", "Status", "StatusBefore", "Value", "Currency", "CreatedAt", "LastChangeAt", "AuthorizedAt", "InvoicedAt", "CustomerName", "CustomerEmail", "CustomerDocument", "ProductCount", "PaymentNames", "IsMarketplaceOrder", "IsExternalSeller", "IsMovedHere", "IsPaymentRecorded", "OutputInvoices", "InvoicedValue", "InputInvoices", "ReturnedValue", "StatusDueAt", "RequestDueAt", "OpenRequests", "CustomerDeclinedAt", "CanceledFor", "CanceledBy", "CanceledById", "CanceledAt", "CancelRequestId", "CancelReasonLabelId", "CancelReceipt", "DocumentHash", "Version", "Position", "HistoryCount", "LastHash", "EstimatedFrom", "EstimatedTo", "GiftListId", "GiftListType", "IsInStore", "OperatorName", "Units", "AssigneeId", "AssigneeName") VALUES (2, 'requested-01', '5reques', '', '', '', 'Marketplace', '', '1', '1', 'Loja 1', 'cancellation-requested', 'ready-for-handling', 10000, 'BRL', 639080460000000000, 639080496000000000, NULL, NULL, 'José da Silva', 'jose@example.com', '12345678900', 2, 'Visa', 0, 0, 1, 1, 0, 0, 0, 0, NULL, 639106416000000000, 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, X'8f0957fb80d85ca5db76a907ab836d22860f65dc11379331934835beb09b4b1b', 2, 10, 2, X'41e5e0fbbd3e76e7faf2c113792666cb68cd45bb4269f5f7ea2818861da374ec', NULL, NULL, '', '', 0, '', 5, NULL, NULL);
INSERT INTO "Orders" ("Key", "OrderId", "Sequence", "OrderGroup", "SellerOrderId", "MarketplaceOrderId", "Origin", "AffiliateId", "SalesChannel", "SellerId", "SellerName", "Status", "StatusBefore", "Value", "Currency", "CreatedAt", "LastChangeAt", "AuthorizedAt", "InvoicedAt", "CustomerName", "CustomerEmail", "CustomerDocument", "ProductCount", "PaymentNames", "IsMarketplaceOrder", "IsExternalSeller", "IsMovedHere", "IsPaymentRecorded", "OutputInvoices", "InvoicedValue", "InputInvoices", "ReturnedValue", "StatusDueAt", "RequestDueAt", "OpenRequests", "CustomerDeclinedAt", "CanceledFor", "CanceledBy", "CanceledById", "CanceledAt", "CancelRequestId", "CancelReasonLabelId", "CancelReceipt", "DocumentHash", "Version", "Position", "HistoryCount", "LastHash", "EstimatedFrom", "EstimatedTo", "GiftListId", "GiftListType", "IsInStore", "OperatorName", "Units", "AssigneeId", "AssigneeName") VALUES (3, 'partly-01', '5partly', '', '', '', 'Marketplace', '', '1', '1', 'Loja 1', 'handling', NULL, 8000, 'BRL', 639080460000000000, 639080496000000000, NULL, NULL, 'José da Silva', 'jose@example.com', '12345678900', 2, 'Visa', 0, 0, 0, 1, 1, 2000, 0, 0, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, X'acc126a3d5f4b28070197c00ae771a5fd0661d71ad3d4d00b2e9549d5ab6dc60', 5, 14, 5, X'e9892149dd870348f73078b14d58d924165c346bfc1a06122470246c4e763d33', NULL, NULL, '', '', 0, '', 4, NULL, NULL);
INSERT INTO "Orders" ("Key", "OrderId", "Sequence", "OrderGroup", "SellerOrderId", "MarketplaceOrderId", "Origin", "AffiliateId", "SalesChannel", "SellerId", "SellerName", "Status", "StatusBefore", "Value", "Currency", "CreatedAt", "LastChangeAt", "AuthorizedAt", "InvoicedAt", "CustomerName", "CustomerEmail", "CustomerDocument", "ProductCount", "PaymentNames", "IsMarketplaceOrder", "IsExternalSeller", "IsMovedHere", "IsPaymentRecorded", "OutputInvoices", "InvoicedValue", "InputInvoices", "ReturnedValue", "StatusDueAt", "RequestDueAt", "OpenRequests", "CustomerDeclinedAt", "CanceledFor", "CanceledBy", "CanceledById", "CanceledAt", "CancelRequestId", "CancelReasonLabelId", "CancelReceipt", "DocumentHash", "Version", "Position", "HistoryCount", "LastHash", "EstimatedFrom", "EstimatedTo", "GiftListId", "GiftListType", "IsInStore", "OperatorName", "Units", "AssigneeId", "AssigneeName") VALUES (4, 'returned-01', '5return', '', '', '', 'Marketplace', '', '1', '1', 'Loja 1', 'invoiced', NULL, 10000, 'BRL', 639080460000000000, 639080496000000000, NULL, 639080496000000000, 'José da Silva', 'jose@example.com', '12345678900', 2, 'Visa', 0, 0, 0, 1, 1, 10000, 1, 10000, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, X'aa082c0e434bb189e09590ab01c3a28725d85aa87127c7dd2f0351ff1cb15132', 3, 16, 3, X'914c982cca119bbfb3c91adb3d5c4c58189e772f03fe5517750d6f3a5b168719', NULL, NULL, '', '', 0, '', 5, NULL, NULL);
INSERT INTO "Orders" ("Key", "OrderId", "Sequence", "OrderGroup", "SellerOrderId", "MarketplaceOrderId", "Origin", "AffiliateId", "SalesChannel", "SellerId", "SellerName", "Status", "StatusBefore", "Value", "Currency", "CreatedAt", "LastChangeAt", "AuthorizedAt", "InvoicedAt", "CustomerName", "CustomerEmail", "CustomerDocument", "ProductCount", "PaymentNames", "IsMarketplaceOrder", "IsExternalSeller", "IsMovedHere", "IsPaymentRecorded", "OutputInvoices", "InvoicedValue", "InputInvoices", "ReturnedValue", "StatusDueAt", "RequestDueAt", "OpenRequests", "CustomerDeclinedAt", "CanceledFor", "CanceledBy", "CanceledById", "CanceledAt", "CancelRequestId", "CancelReasonLabelId", "CancelReceipt", "DocumentHash", "Version", "Position", "HistoryCount", "LastHash", "EstimatedFrom", "EstimatedTo", "GiftListId", "GiftListType", "IsInStore", "OperatorName", "Units", "AssigneeId", "AssigneeName") VALUES (5, 'canceled-there-01', '5cancel', '', '', '', 'Marketplace', '', '1', '1', 'Loja 1', 'canceled', NULL, 10000, 'BRL', 639080460000000000, 639080460000000000, NULL, NULL, 'José da Silva', 'jose@example.com', '12345678900', 2, 'Visa', 0, 0, 0, 0, 0, 0, 0, 0, NULL, NULL, 0, NULL, 0, '', 'user:ana', 639080495400000000, NULL, NULL, '019cae6b660079a09ced26d14029f27e', X'515547ecbf0b18c9a5288b1198c0e83aa0eaa2fac138a225150ca1472aa5bff7', 1, 5, 1, X'43fb75226ab6890b5fb029667aaf194e18d9a404bc8cd0e19cab28ae0e96b52f', NULL, NULL, '', '', 0, '', 5, NULL, NULL);
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
INSERT INTO "Seals" ("Number", "FirstPosition", "LastPosition", "SealedAt", "Hash") VALUES (1, 1, 16, 639080496000000000, X'e5c5d1316a4be314a62065d6f54789c86d862ac07e3c18720c180a821e12bbaa');
DELETE FROM "Settings";
INSERT INTO "Settings" ("Name", "Value") VALUES ('policy', '{}');
DELETE FROM "StockLevels";
INSERT INTO "StockLevels" ("SkuId", "WarehouseId", "Name", "SearchName", "OnHand", "Reserved", "Quarantined") VALUES ('sku-1', 'north', 'Shirt', 'shirt', NULL, 5, 0);
INSERT INTO "StockLevels" ("SkuId", "WarehouseId", "Name", "SearchName", "OnHand", "Reserved", "Quarantined") VALUES ('sku-2', 'south', 'Shoes', 'shoes', NULL, 3, 0);
DELETE FROM "StockMovements";
INSERT INTO "StockMovements" ("Id", "SkuId", "WarehouseId", "At", "Kind", "Quantity", "OrderKey", "ReservationId", "HistoryId", "ActorId", "ActorName", "Note") VALUES (1, 'sku-1', 'north', 639080496000000000, 1, 3, 1, 'r-north', '019cae6b66007b1987e8d13eaa732213', NULL, NULL, NULL);
INSERT INTO "StockMovements" ("Id", "SkuId", "WarehouseId", "At", "Kind", "Quantity", "OrderKey", "ReservationId", "HistoryId", "ActorId", "ActorName", "Note") VALUES (2, 'sku-2', 'south', 639080496000000000, 1, 2, 1, 'r-south', '019cae6b66007b1987e8d13eaa732213', NULL, NULL, NULL);
INSERT INTO "StockMovements" ("Id", "SkuId", "WarehouseId", "At", "Kind", "Quantity", "OrderKey", "ReservationId", "HistoryId", "ActorId", "ActorName", "Note") VALUES (3, 'sku-1', 'north', 639080496000000000, 4, 1, 3, 'r-north', '019cae6b66007455be336a0b90c601d3', NULL, NULL, NULL);
INSERT INTO "StockMovements" ("Id", "SkuId", "WarehouseId", "At", "Kind", "Quantity", "OrderKey", "ReservationId", "HistoryId", "ActorId", "ActorName", "Note") VALUES (4, 'sku-2', 'south', 639080496000000000, 1, 1, 3, 'r-south', '019cae6b66007469ba55ea73a3fea987', NULL, NULL, NULL);
DELETE FROM "Views";
