using AdminOrders.Core.Connectors;
using AdminOrders.Core.Connectors.Amazon;
using AdminOrders.Core.Connectors.Outside;
using AdminOrders.Core.Connectors.Payments;
using AdminOrders.Core.Connectors.Protocol;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace AdminOrders.Core.Effects;

/// <summary>What a host says to run effects. The command line does not say it: it owes, and leaves the doing to the server.</summary>
public static class OrderEffects
{
    /// <summary>Registers the effect runner and the connectors beside <see cref="OrderStorage"/>. Configuration: <c>Effects:Claim</c>, <c>Mail:…</c>, <c>Outside:…</c>, <c>Payments:…</c>, <c>Channels:…</c>, <c>Sellers:…</c>.</summary>
    /// <param name="isDevelopment">Whether addresses may be allowed that are not on the open internet.</param>
    /// <exception cref="InvalidOperationException">A setting is wrong; the message names it.</exception>
    public static IServiceCollection AddOrderEffects(this IServiceCollection services, IConfiguration configuration, bool isDevelopment = false)
    {
        services.AddSingleton(EffectSettings.From(configuration));
        services.AddSingleton(provider => MailSettings.From(configuration, provider.GetRequiredService<StoreSource>().Folder));
        services.AddSingleton<MailReader>();
        services.AddMails(SmtpSettings.From(configuration));
        var outside = OutsideSettings.From(configuration, isDevelopment);
        services.AddPayments(configuration, outside);
        services.AddChannels(configuration, outside);
        services.AddSingleton(provider => new OrderConversation(
            provider.GetRequiredService<IDbContextFactory<OrdersDb>>(), provider.GetRequiredService<MailSettings>(), provider.GetRequiredService<MailReader>()));
        services.AddSingleton(provider => new CustomerLetters(
            provider.GetRequiredService<IDbContextFactory<OrdersDb>>(), provider.GetRequiredService<MailSettings>(), provider.GetRequiredService<TimeProvider>()));
        services.AddHostedService<EffectRunner>();
        return services;
    }

    // Without a provider what is owed on payments stays owed, for people.
    private static void AddPayments(this IServiceCollection services, IConfiguration configuration, OutsideSettings outside)
    {
        services.AddSingleton(_ => new OutsideClient(outside));
        if (PaymentProviderSettings.From(configuration, outside) is not { } settings)
        {
            return;
        }

        services.AddSingleton(provider => new PaymentDelivery(
            new(provider.GetRequiredService<IDbContextFactory<OrdersDb>>()), new(settings, provider.GetRequiredService<OutsideClient>()),
            provider.GetRequiredService<OrderWorkflow>()));
        services.AddSingleton(provider => new Connector(Consumers.Payment, provider.GetRequiredService<PaymentDelivery>().Deliver, Backoff.AttemptsOfMoney));
    }

    // What is owed to a channel without a connector is given up at once, with words that say so.
    private static void AddChannels(this IServiceCollection services, IConfiguration configuration, OutsideSettings outside)
    {
        services.AddSingleton<ChannelDelivery>();
        services.AddSingleton(provider => new Connector(Consumers.Channel, provider.GetRequiredService<ChannelDelivery>().Deliver));
        var (amazon, marketplaces) = (AmazonSettings.From(configuration, outside), ProtocolPartner.Marketplaces(configuration, outside));
        if (marketplaces.FirstOrDefault(marketplace => string.Equals(marketplace.Id, amazon?.AffiliateId, StringComparison.OrdinalIgnoreCase)) is { } twice)
        {
            throw new InvalidOperationException($"Channels:Marketplaces names \"{twice.Id}\", which is the affiliate of Channels:Amazon.");
        }

        services.AddMarketplaceProtocol(ProtocolPartner.Sellers(configuration, outside), marketplaces);
        if (amazon is not null)
        {
            services.AddAmazon(amazon);
        }
    }

    private static void AddMails(this IServiceCollection services, SmtpSettings? server)
    {
        services.AddSingleton(provider => new MailDelivery(
            provider.GetRequiredService<MailSettings>(), provider.GetRequiredService<MailReader>(),
            provider.GetRequiredService<CustomerLinks>(), provider.GetRequiredService<PublicAddress>(), Way(provider, server)));
        services.AddSingleton(provider => new Connector(Consumers.MailStore, provider.GetRequiredService<MailDelivery>().Deliver));
        services.AddSingleton(provider => new Connector(Consumers.MailCustomer, provider.GetRequiredService<MailDelivery>().Deliver));
    }

    // To the server that is named; to the folder where none is.
    private static MailWay Way(IServiceProvider provider, SmtpSettings? named)
    {
        var time = provider.GetRequiredService<TimeProvider>();
        if (named is null)
        {
            return new MailFolder(provider.GetRequiredService<MailSettings>().Folder, time).Send;
        }

        var server = new MailServer(named, time);
        return (mail, _, cancellationToken) => server.Send(mail, cancellationToken);
    }
}
